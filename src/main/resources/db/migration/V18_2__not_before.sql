-- Since when tokens of an account count: what rests on a login before that is dead.
create table account_not_before (
    account_id uuid                     not null primary key references account (id) on delete cascade,
    not_before timestamp with time zone not null,
    set_at     timestamp with time zone not null
);
create index account_not_before_set_at on account_not_before (set_at);
