-- A ticket: of itself the SHA-256; of the access token behind it what only the ticket opens. Its time is the database's.
create table ticket (
    ticket_hash  bytea                    not null primary key,
    path         varchar(500)             not null,
    sealed_token bytea                    not null,
    expires_at   timestamp with time zone not null,
    redeemed_at  timestamp with time zone
);
create index ticket_expires on ticket (expires_at);
