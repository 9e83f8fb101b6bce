-- What a receiver of pushed events expects as Authorization header (Shared Signals Framework 1.0 §6.1.1), sealed.
alter table event_receiver add column sealed_authorization bytea;
