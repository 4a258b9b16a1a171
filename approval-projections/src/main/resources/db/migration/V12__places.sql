-- Where a build of a read model is, for each part of the projects: several processes fill one build, each
-- some parts of it. A part's place is written in the transaction that writes the tables.
create table views.place (
    build          uuid    not null references views.build on delete cascade,
    part           integer not null,
    transaction_id bigint  not null,
    index          bigint  not null,
    primary key (build, part)
);

-- A register of before is built anew.
alter table views.build drop column transaction_id, drop column index, drop column updated_at;

create index on views.parked_event (build, project_id);
