-- Nothing ever locked an account or recorded account.locked: an account is enabled or disabled.
update account set status = 'DISABLED' where status = 'LOCKED';

update event_receiver set event_types = 'account.disabled' where event_types = 'account.locked';
update event_receiver set event_types = trim(replace(concat(' ', event_types, ' '), ' account.locked ', ' '))
where concat(' ', event_types, ' ') like '% account.locked %';
delete from event_receiver_type where event_type = 'account.locked';
