-- The form in which addresses are compared; two accounts may have the same.
alter table account add column email_key varchar(510);
update account set email_key = lower(email);
create index account_email on account (email_key);

-- How a login began that waits for its second factor.
alter table pending_login add column method varchar(20) default 'pwd' not null;

-- Somebody asked for a mail. Whether there is an account to send one to is looked up afterwards, so that asking costs the same
-- for every name.
create table link_request (
    id         uuid                     not null primary key,
    purpose    varchar(30)              not null,
    named      varchar(400)             not null,
    language   varchar(10)              not null,
    address    varchar(50)              not null,
    created_at timestamp with time zone not null
);
create index link_request_created on link_request (created_at);

-- Whom an administrator asked to make an account; a later invitation of an address takes the place of an earlier one.
create table invitation (
    id          uuid                     not null primary key,
    address     varchar(254)             not null,
    address_key varchar(510)             not null,
    username    varchar(200),
    invited_by  uuid,
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    constraint invitation_address unique (address_key)
);
create index invitation_created on invitation (created_at, id);
create index invitation_expires on invitation (expires_at);

create table invitation_role (
    invitation_id uuid        not null references invitation (id) on delete cascade,
    role          varchar(64) not null references role (name) on delete cascade,
    primary key (invitation_id, role)
);
create index invitation_role_role on invitation_role (role);

-- A link that was sent. Whoever deletes the row has used it; subject is what it is about: an account, an invitation or an address.
create table action_link (
    id            uuid                     not null primary key,
    token_hash    bytea                    not null,
    purpose       varchar(30)              not null,
    subject       varchar(510)             not null,
    account_id    uuid                     references account (id) on delete cascade,
    invitation_id uuid                     references invitation (id) on delete cascade,
    session_id    uuid,
    address       varchar(254)             not null,
    expires_at    timestamp with time zone not null,
    constraint action_link_token unique (token_hash),
    constraint action_link_subject unique (purpose, subject)
);
create index action_link_account on action_link (account_id);
create index action_link_invitation on action_link (invitation_id);
create index action_link_expires on action_link (expires_at);

-- A mail that is to be sent. Its text is made when it is sent, so that no link stands here.
create table mail (
    id              uuid                     not null primary key,
    kind            varchar(30)              not null,
    account_id      uuid                     references account (id) on delete cascade,
    invitation_id   uuid                     references invitation (id) on delete cascade,
    session_id      uuid,
    address         varchar(254),
    language        varchar(10)              not null,
    requested_from  varchar(50)              not null,
    attempts        integer                  not null,
    next_attempt_at timestamp with time zone not null
);
create index mail_next_attempt on mail (next_attempt_at);
create index mail_account on mail (account_id);
create index mail_invitation on mail (invitation_id);
