-- An API key: of the key itself, and of the one it took the place of while that is still good, the SHA-256. scope, audience and roles are
-- what its owner chose; what it may at a moment is asked of the account. session_id is what the tokens exchanged for it are revoked by.
-- What is indexed does not change by use, so that last_used_at writes no index (PostgreSQL: heap-only tuples).
create table api_key (
    id                uuid                     not null primary key,
    account_id        uuid                     not null,
    name              varchar(100)             not null,
    prefix            varchar(20)              not null,
    scope             varchar(1000)            not null,
    audience          varchar(1000)            not null,
    roles             varchar(4000)            not null,
    secret_hash       bytea                    not null,
    former_hash       bytea,
    former_expires_at timestamp with time zone,
    session_id        uuid                     not null,
    created_at        timestamp with time zone not null,
    issued_at         timestamp with time zone not null,
    expires_at        timestamp with time zone,
    last_used_at      timestamp with time zone,
    revoked_at        timestamp with time zone,
    remove_after      timestamp with time zone,
    version           bigint                   not null,
    constraint api_key_secret unique (secret_hash)
);
create index api_key_former on api_key (former_hash);
create index api_key_account on api_key (account_id, created_at, id);
create index api_key_version on api_key (version);
create index api_key_remove_after on api_key (remove_after);

-- One row, raised by every transaction that changes API keys or what their owners may: changes are committed in the order of their
-- versions, and each node asks this row whether there is anything to forget.
create table api_key_registry (
    id      integer not null primary key,
    version bigint  not null
);
insert into api_key_registry (id, version) values (1, 0);
