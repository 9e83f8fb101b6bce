-- One index instead of two for what every refresh writes: the primary key is the order in which events are listed and removed.
-- Copied, because the two databases name the old key's constraint differently.
create table security_event_in_order (
    id         bigint                   not null,
    event_type varchar(60)              not null,
    at         timestamp with time zone not null,
    actor_id   uuid,
    subject    varchar(200),
    client_id  varchar(200),
    address    varchar(50)              not null,
    request_id varchar(40)              not null,
    detail     varchar(2000)            not null,
    primary key (at, id)
);
insert into security_event_in_order (id, event_type, at, actor_id, subject, client_id, address, request_id, detail)
    select id, event_type, at, actor_id, subject, client_id, address, request_id, detail from security_event;
drop table security_event;
alter table security_event_in_order rename to security_event;
