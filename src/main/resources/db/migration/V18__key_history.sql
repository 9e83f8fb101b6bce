-- Which key was in which state from when on, in one chain of hashes; rows are only ever added.
create table key_history (
    sequence      bigint                   not null primary key,
    kid           varchar(64)              not null,
    algorithm     varchar(20)              not null,
    state         varchar(20)              not null,
    at            timestamp with time zone not null,
    found         boolean                  not null,
    public_jwk    text                     not null,
    previous_hash varchar(64)              not null,
    hash          varchar(64)              not null
);
create index key_history_kid on key_history (kid);
