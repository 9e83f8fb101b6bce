-- Somebody logged in at the pages of this service. Whoever deletes the row has ended it; the cookie is a hash alone.
create table browser_session (
    id              uuid                     not null primary key,
    secret_hash     bytea                    not null,
    account_id      uuid                     not null,
    acr             varchar(50)              not null,
    amr             varchar(100)             not null,
    auth_time       timestamp with time zone not null,
    address         varchar(50)              not null,
    user_agent      varchar(200),
    created_at      timestamp with time zone not null,
    last_used_at    timestamp with time zone not null,
    idle_expires_at timestamp with time zone not null,
    expires_at      timestamp with time zone not null,
    constraint browser_session_secret unique (secret_hash)
);
create index browser_session_account on browser_session (account_id);
create index browser_session_created on browser_session (created_at, id);
create index browser_session_idle_expires on browser_session (idle_expires_at);

-- An authorization request that waits for a person, for one browser; each step moves it on by one conditional update.
create table authorization_transaction (
    id                 uuid                     not null primary key,
    handle_hash        bytea                    not null,
    browser_hash       bytea                    not null,
    step               varchar(20)              not null,
    parameters         varchar(60000)           not null,
    pushed_request_id  uuid,
    browser_session_id uuid,
    sealed_mfa_token   bytea,
    expires_at         timestamp with time zone not null,
    constraint authorization_transaction_handle unique (handle_hash)
);
create index authorization_transaction_expires on authorization_transaction (expires_at);

-- What a person allowed a client, audience by audience.
create table consent (
    id         uuid                     not null primary key,
    account_id uuid                     not null references account (id) on delete cascade,
    client_id  varchar(200)             not null,
    audience   varchar(1000)            not null,
    scope      varchar(1000)            not null,
    granted_at timestamp with time zone not null,
    constraint consent_account_client unique (account_id, client_id, audience)
);

-- Requests that clients pushed (RFC 9126). A used or expired one stays until nobody can be at its pages any more.
create table pushed_request (
    id           uuid                     not null primary key,
    uri_hash     bytea                    not null,
    client_id    varchar(200)             not null,
    parameters   varchar(60000)           not null,
    used         boolean                  not null,
    expires_at   timestamp with time zone not null,
    remove_after timestamp with time zone not null,
    constraint pushed_request_uri unique (uri_hash)
);
create index pushed_request_remove_after on pushed_request (remove_after);
