-- One row, written before the first key: which key-encryption key this database belongs to.
create table key_encryption (
    id          integer                  not null primary key,
    fingerprint bytea                    not null,
    created_at  timestamp with time zone not null
);

-- active_slot and announced_slot hold the algorithm while the key is ACTIVE or PRE_ACTIVE and null otherwise, so that
-- "one active and at most one announced key for each algorithm" is a plain unique constraint on every database.
create table signing_key (
    kid                varchar(64)              not null primary key,
    algorithm          varchar(20)              not null,
    state              varchar(20)              not null,
    public_jwk         text                     not null,
    sealed_private_key bytea,
    created_at         timestamp with time zone not null,
    activates_at       timestamp with time zone not null,
    deactivates_at     timestamp with time zone,
    destroys_at        timestamp with time zone,
    active_slot        varchar(20),
    announced_slot     varchar(20),
    constraint signing_key_one_active unique (active_slot),
    constraint signing_key_one_announced unique (announced_slot)
);
create index signing_key_created on signing_key (created_at, kid);
