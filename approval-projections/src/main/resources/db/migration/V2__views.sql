-- What people look up: rebuildable from the journal at any time, so nothing here is the truth.
create schema views;

-- Where a read model is rebuilt, beside the running one, until the two are switched.
create schema views_rebuild;

-- The builds of the read models that are kept here, each with the position up to which it has come: it
-- is written in the transaction that writes the tables.
create table views.build (
    id             uuid        primary key,
    projection     text        not null,
    running        boolean     not null,
    version        integer     not null,
    journal        uuid        not null,
    transaction_id bigint      not null,
    index          bigint      not null,
    updated_at     timestamptz not null default now(),
    unique (projection, running)
);

-- Events that a read model could not take in, and those held back behind them, of the same project.
create table views.parked_event (
    projection     text        not null,
    build          uuid        not null,
    transaction_id bigint      not null,
    index          bigint      not null,
    project_id     text        not null,
    sequence       bigint      not null,
    name           text        not null,
    recorded_at    timestamptz not null,
    behind         boolean     not null,
    cause          text        not null,
    parked_at      timestamptz not null default now(),
    primary key (build, transaction_id, index)
);
