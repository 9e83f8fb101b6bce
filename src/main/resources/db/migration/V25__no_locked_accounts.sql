-- Nothing ever locked an account or recorded account.locked: an account is enabled or disabled.
update account set status = 'DISABLED' where status = 'LOCKED';

-- A webhook that asked for account.locked alone asks for account.disabled.
insert into event_receiver_type (receiver_id, event_type)
select id, 'account.disabled' from event_receiver where event_types = 'account.locked';
update event_receiver set event_types = 'account.disabled' where event_types = 'account.locked';
update event_receiver set event_types = trim(replace(concat(' ', event_types, ' '), ' account.locked ', ' '))
where concat(' ', event_types, ' ') like '% account.locked %';
delete from event_receiver_type where event_type = 'account.locked';
