-- A confirmed authenticator app. last_step only grows, so that a code works once; failures counts wrong codes in a row.
create table totp_factor (
    id            uuid                     not null primary key,
    account_id    uuid                     not null references account (id) on delete cascade,
    sealed_secret bytea                    not null,
    created_at    timestamp with time zone not null,
    last_used_at  timestamp with time zone,
    last_step     bigint                   not null,
    failures      integer                  not null,
    constraint totp_factor_account unique (account_id)
);

-- A secret that was shown and waits for its first code.
create table totp_enrolment (
    id            uuid                     not null primary key,
    account_id    uuid                     not null references account (id) on delete cascade,
    sealed_secret bytea                    not null,
    expires_at    timestamp with time zone not null,
    attempts      integer                  not null,
    constraint totp_enrolment_account unique (account_id)
);
create index totp_enrolment_expires on totp_enrolment (expires_at);

-- A used code's row is gone. The MAC is under a key that is not in the database.
create table recovery_code (
    account_id uuid  not null references account (id) on delete cascade,
    code_mac   bytea not null,
    primary key (account_id, code_mac)
);

-- A login whose password was right and which waits for the second factor; worth something only while the account is at the
-- version at which the password was checked.
create table pending_login (
    id              uuid                     not null primary key,
    token_hash      bytea                    not null,
    account_id      uuid                     not null,
    account_version integer                  not null,
    client_id       varchar(200)             not null,
    audience        varchar(1000)            not null,
    scope           varchar(1000)            not null,
    attempts        integer                  not null,
    expires_at      timestamp with time zone not null,
    constraint pending_login_token unique (token_hash)
);
create index pending_login_expires on pending_login (expires_at);
