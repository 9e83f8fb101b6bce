-- The age of the oldest waiting mail and logout notice is a metric. Times are those of the database; nodes of an earlier version
-- insert rows without the column.
alter table mail add column created_at timestamp with time zone default current_timestamp not null;
create index mail_created on mail (created_at);
alter table logout_notice add column created_at timestamp with time zone default current_timestamp not null;
create index logout_notice_created on logout_notice (created_at);
