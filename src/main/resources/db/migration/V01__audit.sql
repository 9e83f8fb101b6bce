-- Append-only: the application inserts, lists, and removes what is past its retention.
create table security_event (
    id         bigint                   not null primary key,
    event_type varchar(60)              not null,
    at         timestamp with time zone not null,
    actor_id   uuid,
    subject    varchar(200),
    client_id  varchar(200),
    address    varchar(50)              not null,
    request_id varchar(40)              not null,
    detail     varchar(2000)            not null
);
create sequence security_event_seq increment by 50;
create index security_event_at on security_event (at, id);
