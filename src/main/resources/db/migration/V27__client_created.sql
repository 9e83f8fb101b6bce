-- Clients that registered themselves and were not used are searched by age, once per clean-up interval.
create index client_created on client (created_at);
