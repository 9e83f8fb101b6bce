-- What a session owes to OAuth: the browser session it was started from, the key that a public client's refresh tokens are
-- bound to (RFC 9449 §5), and none of these tokens at all where offline access was not granted. A rotation writes neither index.
alter table session add column browser_session_id uuid;
alter table session add column dpop_jkt varchar(43);
alter table session alter column current_hash drop not null;
create index session_browser_session on session (browser_session_id);
create index session_client on session (client_id);

-- A client is revoked by its id, which may be a URL.
alter table revocation alter column identity set data type varchar(200);

-- An authorization code. session_id is the session it will open; a used code stays for a while, so that its second use is known
-- for what it is and that session ended.
create table authorization_code (
    code_hash          bytea                    not null primary key,
    session_id         uuid                     not null,
    account_id         uuid                     not null,
    client_id          varchar(200)             not null,
    redirect_uri       varchar(2000)            not null,
    code_challenge     varchar(43)              not null,
    scope              varchar(1000)            not null,
    audience           varchar(1000)            not null,
    nonce              varchar(1000),
    acr                varchar(50)              not null,
    amr                varchar(100)             not null,
    auth_time          timestamp with time zone not null,
    browser_session_id uuid,
    dpop_jkt           varchar(43),
    claims_request     varchar(8000),
    address            varchar(50)              not null,
    user_agent         varchar(200),
    expires_at         timestamp with time zone not null,
    used_at            timestamp with time zone,
    remove_after       timestamp with time zone not null
);
create index authorization_code_remove_after on authorization_code (remove_after);

-- The DPoP proofs seen (RFC 9449 §11.1): SHA-256 of key and jti, until the proof is too old to be taken anyway.
create table dpop_proof (
    proof_hash bytea                    not null primary key,
    expires_at timestamp with time zone not null
);
create index dpop_proof_expires on dpop_proof (expires_at);
