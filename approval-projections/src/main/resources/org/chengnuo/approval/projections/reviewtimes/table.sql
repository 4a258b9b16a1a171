-- The columns stand in the order in which the facts append them. A changed table needs a raised
-- version in ReviewTimes.
--
-- Facts are versions: known_from is the transaction of the journal with which a version became
-- known, known_at when that was recorded. What holds now stands in a table of its own, with what
-- held before beside it (past, project_past), where a version has also known_to and known_until,
-- from which on it no longer held. What belongs to a version (stop, parcel, obligation) names it by
-- known_from.

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
    known_from   bigint    not null,
    known_at     timestamp not null,
    project      uuid    not null,
    filing       varchar not null,
    case_id      varchar,
    zone         varchar not null,
    region       varchar,
    industry     varchar,
    project_type varchar,
    enterprise   varchar,
    item         varchar not null,
    item_class   varchar not null,
    department   varchar,
    center       varchar not null,
    kind         varchar,
    edition      varchar,
    import_id    varchar,
    channel      varchar,
    agent        boolean not null,
    imported     boolean not null,
    deemed       boolean not null,
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
    closed_at    timestamp,
    revoked_at   timestamp,

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
    first_look_calendar  bigint,
    first_look_working   bigint,
    waiting_calendar  bigint,
    waiting_working   bigint,
    second_look_calendar bigint,
    second_look_working  bigint,
    delivery_calendar bigint,
    delivery_working  bigint,
    review_calendar_claimed  bigint,
    review_working_claimed   bigint,
    review_calendar_attested bigint,
    review_working_attested  bigint,

    -- What was frozen at the acceptance, and the one extension.
    promised       integer,
    promised_unit  varchar,
    statutory      integer,
    statutory_unit varchar,
    extension      integer,
    extension_unit varchar,
    extended_at    timestamp,
    extension_recorded_at timestamp,
    late_after     bigint,
    stops          integer not null,

    -- How much of the promised limit was used at the decision, in the limit's unit: days, or
    -- milliseconds for hours; by the stops as claimed, as attested, and with none of them.
    used_claimed  bigint,
    used_attested bigint,
    used_gross    bigint,

    -- The first moment past the limit (with its extension), as claimed, if nothing else happens; null
    -- if the decision or a stop came before.
    overdue_from           timestamp,
    statutory_overdue_from timestamp,
    -- The same by the stops that are attested, and with none of them; and without the extension.
    overdue_from_attested  timestamp,
    overdue_from_gross     timestamp,
    original_overdue_from          timestamp,
    original_overdue_from_attested timestamp,
    original_overdue_from_gross    timestamp,
    statutory_overdue_from_attested timestamp,
    statutory_overdue_from_gross    timestamp,
    statutory_original_overdue_from          timestamp,
    statutory_original_overdue_from_attested timestamp,
    statutory_original_overdue_from_gross    timestamp,

    -- Whether the limit was kept; null if there is no decision, or no way to tell. Original is the
    -- promised limit, and statutory_original the statutory one, without the extension.
    promised_claimed  boolean,
    promised_attested boolean,
    promised_gross    boolean,
    original_claimed  boolean,
    original_attested boolean,
    original_gross    boolean,
    statutory_claimed  boolean,
    statutory_attested boolean,
    statutory_gross    boolean,
    statutory_original_claimed  boolean,
    statutory_original_attested boolean,
    statutory_original_gross    boolean
);

create table past as
    select *, cast(null as bigint) as known_to, cast(null as timestamp) as known_until from fact;

create table stop (
    project     uuid      not null,
    filing      varchar   not null,
    known_from  bigint    not null,
    number      integer   not null,
    ground      varchar   not null,
    begun_at    timestamp not null,
    ended_at    timestamp,
    recorded_at timestamp not null,
    notice      varchar   not null,
    -- How much of the promised limit was used when it began, in permille, and how long it lasted in
    -- the limit's unit, as a use is counted.
    used_permille integer,
    length        bigint
);

create table project_fact (
    known_from   bigint    not null,
    known_at     timestamp not null,
    project      uuid      not null,
    zone         varchar   not null,
    region       varchar,
    industry     varchar,
    project_type varchar,
    enterprise   varchar,
    edition      varchar,
    import_id    varchar,
    eligible     boolean,
    registered_at timestamp not null,
    registered_on date      not null,
    committed_at  timestamp,
    committed_on  date,
    land_at       timestamp,
    land_on       date,
    cleared_at    timestamp,
    cleared_on    date,
    started_at    timestamp,
    started_on    date,
    without_clearance boolean not null,
    -- Whether a letter was in force when it started; null before.
    started_committed boolean,
    completed_at  timestamp,
    completed_on  date,
    accepted_at   timestamp,
    accepted_on   date,
    production_at timestamp,
    production_on date,
    ended_at      timestamp,
    ended_on      date,

    -- Milliseconds; null until both ends exist.
    to_start_calendar bigint,
    to_start_working  bigint,
    land_to_start_calendar bigint,
    land_to_start_working  bigint,
    building_calendar bigint,
    building_working  bigint
);

create table project_past as
    select *, cast(null as bigint) as known_to, cast(null as timestamp) as known_until
    from project_fact;

create table parcel (
    project     uuid    not null,
    known_from  bigint  not null,
    parcel      varchar not null,
    supplied_on date,
    outstanding integer not null
);

create table obligation (
    project     uuid    not null,
    known_from  bigint  not null,
    commitment  varchar not null,
    obligation  varchar not null,
    due_on      date,
    met_on      date,
    late        boolean not null,
    missed_on   date
);

-- Every event, once: when it happened and when it was entered.
create table act (
    transaction_id bigint    not null,
    index          bigint    not null,
    project        uuid      not null,
    filing         varchar,
    name           varchar   not null,
    zone           varchar   not null,
    center         varchar,
    item           varchar,
    occurred_at    timestamp not null,
    occurred_on    date      not null,
    recorded_at    timestamp not null,
    recorded_on    date      not null,
    imported       boolean   not null,
    -- It happened by itself.
    automatic      boolean   not null,
    agent          boolean   not null,
    -- Entered later than the policy edition lets it; a longer while than that it may take.
    late           boolean   not null,
    -- Whether the office was open when it happened.
    open_hours     boolean   not null,
    -- Of the end of a special procedure: whether a document came of it.
    documented     boolean
);
