-- Which registration of its client_id a client is: the version of the registry at its creation, 0 for those that are older than this
-- column. What is revoked with a client is revoked by it, so that a client created again under the same client_id begins afresh.
alter table client add column registration bigint default 0 not null;
