-- A verified e-mail address that an account had until its user changed it. Until it expires, a link to it undoes the change.
create table former_email (
    id              uuid                     not null primary key,
    account_id      uuid                     not null references account (id) on delete cascade,
    email           varchar(254)             not null,
    email_key       varchar(510)             not null,
    account_version integer                  not null,
    expires_at      timestamp with time zone not null,
    constraint former_email_account unique (account_id, email_key)
);
create index former_email_expires on former_email (expires_at);
