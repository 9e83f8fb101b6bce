-- The assertions clients have shown, so that each is good once: SHA-256 of the client's id and the assertion's jti.
create table client_assertion (
    assertion_hash bytea                    not null primary key,
    expires_at     timestamp with time zone not null
);
create index client_assertion_expires on client_assertion (expires_at);
