-- A device that waits for a person (RFC 8628). Of the device code the SHA-256, of the user code, which is short, a MAC under a key
-- that is not in the database. What may happen once (approve, deny, use) is one conditional update of state.
create table device_grant (
    id                 uuid                     not null primary key,
    device_code_hash   bytea                    not null,
    user_code_mac      bytea                    not null,
    client_id          varchar(200)             not null,
    scope              varchar(1000)            not null,
    audience           varchar(1000)            not null,
    address            varchar(50)              not null,
    user_agent         varchar(200),
    state              varchar(20)              not null,
    account_id         uuid,
    acr                varchar(50),
    amr                varchar(100),
    auth_time          timestamp with time zone,
    browser_session_id uuid,
    poll_seconds       integer                  not null,
    polled_at          timestamp with time zone,
    expires_at         timestamp with time zone not null,
    constraint device_grant_device_code unique (device_code_hash),
    constraint device_grant_user_code unique (user_code_mac)
);
create index device_grant_expires on device_grant (expires_at);
