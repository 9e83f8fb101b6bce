-- Who is told of security events: webhooks, which administrators set up, and streams, which clients do (Shared Signals Framework).
create table event_receiver (
    id            uuid                     not null primary key,
    kind          varchar(10)              not null,
    client_id     varchar(200),
    url           varchar(2000),
    event_types   varchar(8000)            not null,
    description   varchar(500),
    status        varchar(10)              not null,
    status_reason varchar(200),
    created_at    timestamp with time zone not null,
    verified_at   timestamp with time zone
);
create index event_receiver_client on event_receiver (client_id);

-- The types of events each receiver is told of.
create table event_receiver_type (
    receiver_id uuid        not null,
    event_type  varchar(60) not null,
    primary key (event_type, receiver_id)
);
create index event_receiver_type_receiver on event_receiver_type (receiver_id);

-- Whom a stream is not told of.
create table event_receiver_exclusion (
    receiver_id uuid         not null,
    subject     varchar(200) not null,
    primary key (receiver_id, subject)
);

-- An event that a receiver is to be told of, written by the transaction that records the event; afterwards how that went.
create table event_delivery (
    position         bigint                   not null primary key,
    receiver_id      uuid                     not null,
    event_id         varchar(36)              not null,
    event_type       varchar(60)              not null,
    subject_key      varchar(200)             not null,
    actor            varchar(200),
    subject          varchar(200),
    client_id        varchar(200),
    request_id       varchar(40)              not null,
    detail           varchar(2000)            not null,
    at               timestamp with time zone not null,
    created_at       timestamp with time zone not null,
    state            varchar(10)              not null,
    attempts         integer                  not null,
    next_attempt_at  timestamp with time zone not null,
    first_attempt_at timestamp with time zone,
    last_attempt_at  timestamp with time zone,
    ended_at         timestamp with time zone,
    http_status      integer,
    failure          varchar(20),
    latency_millis   integer
);
create sequence event_delivery_seq;
create index event_delivery_state on event_delivery (receiver_id, state, position);
create index event_delivery_subject on event_delivery (receiver_id, subject_key, state, position);
create index event_delivery_ended on event_delivery (ended_at);
create index event_delivery_created on event_delivery (state, created_at);

-- Receivers that are gone, until their deliveries are.
create table event_receiver_removed (
    receiver_id uuid not null primary key
);
