-- The name people are called by, if it is another one than they log in with; and when what others are told of an account last changed,
-- if it ever did.
alter table account add column name varchar(200);
alter table account add column updated_at timestamp with time zone;
