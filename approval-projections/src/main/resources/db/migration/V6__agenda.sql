-- When something happens next by itself in each project that is not over: a function of its story, kept
-- where it can be searched, in the transaction that appends to the story. A project in which nothing is
-- due has a row too, for a notice that changes a calendar looks at all of them.
create table office.agenda (
    project_id text        primary key,
    due_at     timestamptz,
    -- Left to the simulation, which has a time of its own.
    simulated  boolean     not null default false
);

create index agenda_in_order on office.agenda (due_at) where not simulated;

-- What a journal has already is looked at once.
insert into office.agenda (project_id, due_at)
select stream, now() from journal.event where sequence = 0 and name = 'project.registered';
