-- SHA-256 of the token by which a client that registered itself manages its registration; null for those administrators made.
alter table client add column registration_hash bytea;

-- What administrators hand out so that a client may register itself (initial access tokens).
create table registration_token (
    id         uuid                     not null primary key,
    token_hash bytea                    not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    uses_left  integer                  not null,
    constraint registration_token_hash unique (token_hash)
);
create index registration_token_expires on registration_token (expires_at);
