-- The logs of other systems that are being imported or have been. One content is imported once.
create table office.import (
    -- The beginning of the content's hash.
    id                  text        not null primary key,
    content_hash        text        not null unique,
    file_name           text        not null,
    bytes               bigint      not null,
    mapping_name        text        not null,
    mapping_document    text        not null,
    mapping_fingerprint text        not null,
    zone                text        not null,
    actor               text        not null,
    state               text        not null check (state in
        ('RECEIVED', 'READING', 'RECORDING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED')),
    received_at         timestamptz not null,
    -- Of the latest run: an import that was stopped goes on in another.
    started_at          timestamptz,
    finished_at         timestamptz,
    bytes_read          bigint      not null default 0,
    events_read         bigint      not null default 0,
    -- Null until the whole log has been read.
    cases               bigint,
    events              bigint,
    mapped              bigint,
    -- The cases are recorded in their order, so that this is also the number of the next one.
    cases_done          bigint      not null default 0,
    events_done         bigint      not null default 0,
    events_done_before  bigint      not null default 0,
    rejected            bigint      not null default 0,
    refusal_reason      text,
    refusal_line        bigint,
    refusal_en          text,
    refusal_zh          text
);

create index import_unfinished on office.import (received_at)
    where state in ('RECEIVED', 'READING', 'RECORDING');

-- The legal acts of a log that were not in turn.
create table office.import_reject (
    import      text        not null references office.import,
    case_number bigint      not null,
    place       int         not null,
    line        bigint      not null,
    case_id     text        not null,
    activity    text        not null,
    occurred_at timestamptz not null,
    act         text        not null,
    reason      text        not null,
    detail      text        not null,
    primary key (import, case_number, place)
);
