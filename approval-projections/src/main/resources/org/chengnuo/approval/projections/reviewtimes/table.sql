-- The columns stand in the order in which ReviewFact appends them. A changed table needs a raised
-- version in ReviewTimes.

create table about (
    build          uuid    not null,
    version        integer not null,
    journal        uuid    not null,
    transaction_id bigint  not null,
    index          bigint  not null
);

-- What the next events are told to. No primary keys: their indexes would have to fit into memory.
create table project (
    id       uuid    not null,
    sequence bigint  not null,
    card     varchar not null
);

create table story (
    project uuid    not null,
    filing  varchar not null,
    card    varchar not null
);

create table fact (
    project      uuid    not null,
    filing       varchar not null,
    case_id      varchar,
    zone         varchar not null,
    region       varchar,
    industry     varchar,
    project_type varchar,
    item         varchar not null,
    item_class   varchar not null,
    center       varchar not null,
    kind         varchar,
    import_id    varchar,
    channel      varchar,
    imported     boolean not null,
    state        varchar not null,
    calendar     varchar not null,

    -- UTC.
    first_at     timestamp not null,
    last_at      timestamp not null,
    received_at  timestamp,
    requested_at timestamp,
    answered_at  timestamp,
    accepted_at  timestamp,
    decided_at   timestamp,
    delivered_at timestamp,

    -- The dates on the wall of the office.
    first_on     date not null,
    last_on      date not null,
    received_on  date,
    requested_on date,
    answered_on  date,
    accepted_on  date,
    decided_on   date,
    delivered_on date,
    closed_on    date,
    revoked_on   date,

    -- Milliseconds; null until both ends exist.
    span_calendar     bigint not null,
    span_working      bigint not null,
    hidden_calendar   bigint,
    hidden_working    bigint,
    gross_calendar    bigint,
    gross_working     bigint,
    path_calendar     bigint,
    path_working      bigint,
    waiting_calendar  bigint,
    waiting_working   bigint,
    delivery_calendar bigint,
    delivery_working  bigint,
    review_calendar_claimed  bigint,
    review_working_claimed   bigint,
    review_calendar_attested bigint,
    review_working_attested  bigint,

    -- Whether the promised limit was kept; null if there is no decision, or no way to tell.
    on_time_claimed  boolean,
    on_time_attested boolean
);
