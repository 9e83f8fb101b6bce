-- Keys are SHA-256 digests: the tables hold no username and no address in clear.
create table attempt_counter (
    key_hash       bytea                    not null primary key,
    attempts       integer                  not null,
    window_ends_at timestamp with time zone not null
);
create index attempt_counter_window on attempt_counter (window_ends_at);

-- Addresses from which an account has logged in before.
create table known_address (
    key_hash     bytea                    not null primary key,
    account_hash bytea                    not null,
    last_seen_at timestamp with time zone not null
);
create index known_address_account on known_address (account_hash, last_seen_at);
create index known_address_seen on known_address (last_seen_at);
