-- A client that is still to be told that a session has ended (OpenID Connect Back-Channel Logout); gone once it was told.
create table logout_notice (
    id              uuid                     not null primary key,
    client_id       varchar(200)             not null,
    account_id      uuid                     not null,
    session_id      uuid                     not null,
    attempts        integer                  not null,
    next_attempt_at timestamp with time zone not null
);
create index logout_notice_next_attempt on logout_notice (next_attempt_at);

-- What UserInfo is to answer beyond the scope of a session, because its client asked for it by name.
create table user_info_request (
    session_id   uuid                     not null primary key,
    claims       varchar(200)             not null,
    remove_after timestamp with time zone not null
);
create index user_info_request_remove_after on user_info_request (remove_after);
