create table role (
    name       varchar(64)              not null primary key,
    created_at timestamp with time zone not null
);
insert into role (name, created_at) values ('admin', current_timestamp);

create table account (
    id                  uuid                     not null primary key,
    kind                varchar(20)              not null,
    username            varchar(200)             not null,
    username_key        varchar(400)             not null,
    email               varchar(254),
    email_verified      boolean                  not null,
    password_hash       varchar(500),
    password_changed_at timestamp with time zone,
    status              varchar(20)              not null,
    created_at          timestamp with time zone not null,
    last_login_at       timestamp with time zone,
    version             integer                  not null,
    constraint account_username_key unique (username_key)
);
create index account_created on account (created_at, id);

create table account_role (
    account_id uuid        not null references account (id) on delete cascade,
    role       varchar(64) not null references role (name),
    primary key (account_id, role)
);
create index account_role_role on account_role (role);
