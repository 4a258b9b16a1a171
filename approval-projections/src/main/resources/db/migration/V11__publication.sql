-- Up to where the journal is published to a topic, and by whom. Who holds the lease publishes; the others
-- wait until it has run out.
create table office.publication (
    topic          text        primary key,
    -- Which topic of that name: one that was made anew has nothing in it.
    topic_id       text,
    holder         uuid,
    held_until     timestamptz not null default now(),
    transaction_id bigint      not null default 0,
    index          bigint      not null default 0
);
