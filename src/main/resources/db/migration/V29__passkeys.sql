-- A passkey: a discoverable WebAuthn credential of a user. public_key is a JWK. sign_count only grows, unless the authenticator
-- always reports 0.
create table passkey (
    id              uuid                     not null primary key,
    account_id      uuid                     not null references account (id) on delete cascade,
    credential_id   bytea                    not null,
    public_key      varchar(4000)            not null,
    sign_count      bigint                   not null,
    aaguid          uuid                     not null,
    backup_eligible boolean                  not null,
    backed_up       boolean                  not null,
    transports      varchar(100)             not null,
    name            varchar(200)             not null,
    created_at      timestamp with time zone not null,
    last_used_at    timestamp with time zone,
    constraint passkey_credential unique (credential_id)
);
create index passkey_account on passkey (account_id, created_at);

-- A started registration or sign-in with a passkey. The request that deletes the row has used it; only the hash of its token is
-- stored. binding_hash is that of the session or browser that began it.
create table passkey_ceremony (
    id           uuid                     not null primary key,
    token_hash   bytea                    not null,
    kind         varchar(20)              not null,
    challenge    bytea                    not null,
    account_id   uuid,
    binding_hash bytea                    not null,
    expires_at   timestamp with time zone not null,
    constraint passkey_ceremony_token unique (token_hash)
);
create index passkey_ceremony_expires on passkey_ceremony (expires_at);
