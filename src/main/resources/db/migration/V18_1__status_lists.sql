-- Status lists, from which nodes take blocks of places. A row goes when no token refers to it any more.
create table status_list (
    id           bigint                   not null primary key,
    next_block   integer                  not null,
    closes_at    timestamp with time zone not null,
    remove_after timestamp with time zone not null
);

-- The slot of a session: the present one, until when new tokens may refer to it, and the one before.
alter table session add column status_slot bigint;
alter table session add column status_slot_before bigint;
alter table session add column status_slot_until timestamp with time zone;

-- What a revocation says in the lists, where that does not stand in status_slot_owner.
alter table revocation add column status_entries varchar(100);

-- Slots that end with a client, or with a session besides its own; written before a token refers to them.
create table status_slot_owner (
    id           uuid                     not null primary key,
    kind         varchar(3)               not null,
    identity     varchar(200)             not null,
    slots        varchar(4000)            not null,
    remove_after timestamp with time zone not null
);
create index status_slot_owner_identity on status_slot_owner (kind, identity);
create index status_slot_owner_remove_after on status_slot_owner (remove_after);
