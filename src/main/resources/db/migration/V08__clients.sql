-- A client is read whole and never searched by what it says of itself: its metadata is one JSON object with the members of
-- RFC 7591, as they were given. version is the registry's at the last change.
create table client (
    client_id  varchar(200)             not null primary key,
    metadata   varchar(100000)          not null,
    created_at timestamp with time zone not null,
    version    bigint                   not null
);
create index client_version on client (version);

-- SHA-256 of 256 random bits; two per client at most, so that one can take the other's place without haste.
create table client_secret (
    id          uuid                     not null primary key,
    secret_hash bytea                    not null,
    client_id   varchar(200)             not null references client (client_id) on delete cascade,
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone
);
create index client_secret_client on client_secret (client_id);
create index client_secret_expires on client_secret (expires_at);

-- One row, raised by every transaction that changes a client: changes are committed in the order of their versions, and each
-- node asks this row whether there is anything to forget.
create table client_registry (
    id        integer not null primary key,
    version   bigint  not null,
    deletions bigint  not null
);
insert into client_registry (id, version, deletions) values (1, 0, 0);
