-- A session is a refresh-token family: one narrow row, changed in place by each rotation, which writes no index:
-- what is indexed changes not at all or in steps much coarser than a rotation (PostgreSQL: heap-only tuples).
create table session (
    id               uuid                     not null primary key,
    account_id       uuid                     not null,
    client_id        varchar(200)             not null,
    audience         varchar(1000)            not null,
    scope            varchar(1000)            not null,
    acr              varchar(50)              not null,
    amr              varchar(100)             not null,
    auth_time        timestamp with time zone not null,
    address          varchar(50)              not null,
    user_agent       varchar(200),
    created_at       timestamp with time zone not null,
    last_used_at     timestamp with time zone not null,
    idle_expires_at  timestamp with time zone not null,
    expires_at       timestamp with time zone not null,
    generation       integer                  not null,
    current_hash     bytea                    not null,
    previous_hash    bytea,
    sealed_successor bytea,
    rotated_at       timestamp with time zone,
    ended_at         timestamp with time zone,
    end_reason       varchar(40),
    remove_after     timestamp with time zone not null
);
create index session_account on session (account_id);
create index session_created on session (created_at, id);
create index session_remove_after on session (remove_after);

-- What is refused before it expires, by identity: a session, a token or a key. Written once, read by every node.
create table revocation (
    kind       varchar(3)               not null,
    identity   varchar(100)             not null,
    revoked_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    primary key (kind, identity)
);
create index revocation_revoked_at on revocation (revoked_at);
create index revocation_expires_at on revocation (expires_at);
