-- The register's tables, in whichever schema they are built. A changed table needs a raised version in
-- Register.

create table project (
    id          uuid        primary key,
    name        text        not null,
    code        text,
    code_history jsonb      not null,
    enterprise  text,
    zone        text        not null,
    region      text,
    industry    text,
    type        text,
    investment  numeric(17, 2),
    edition     text,
    import_id   text,
    case_id     text,
    registered_at timestamptz not null,
    sequence    bigint      not null,
    -- What the next events are told to.
    card        text        not null
);
create index project_by_date on project (registered_at desc, id desc);
create index project_by_zone on project (zone, registered_at desc, id desc);
create index project_by_code on project (code);
create index project_by_import on project (import_id, registered_at desc, id desc)
    where import_id is not null;

create table filing (
    id           text        primary key,
    project_id   uuid        not null,
    number       integer     not null,
    zone         text        not null,
    item         text        not null,
    item_class   text        not null,
    center       text        not null,
    state        text        not null,
    kind         text,
    imported     boolean     not null,
    import_id    text,
    case_id      text,
    calendar     text        not null,
    edition      text,
    promised     text,
    statutory    text,
    extension    text,
    outcome      text,
    deemed       boolean     not null,
    stops        integer     not null,
    opened_at    timestamptz not null,
    received_at  timestamptz,
    correction_requested_at timestamptz,
    correction_answered_at  timestamptz,
    accepted_at  timestamptz,
    decided_at   timestamptz,
    delivered_at timestamptz,
    closed_at    timestamptz,
    revoked_at   timestamptz,
    last_act_at  timestamptz not null,
    last_recorded_at timestamptz not null,
    last_position text       not null,
    -- What the next events are told to.
    card         text        not null
);
create index filing_by_project on filing (project_id, number);
create index filing_by_date on filing (opened_at desc, id desc);
create index filing_by_zone on filing (zone, opened_at desc, id desc);
create index filing_by_center on filing (center, opened_at desc, id desc);
create index filing_by_item on filing (item, opened_at desc, id desc);
create index filing_by_state on filing (state, opened_at desc, id desc);
create index filing_by_import on filing (import_id, opened_at desc, id desc) where import_id is not null;
