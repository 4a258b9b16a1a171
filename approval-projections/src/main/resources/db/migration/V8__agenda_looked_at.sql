-- As of when a project's story was last asked what is due. A project that was looked at before a notice
-- became known is looked at again then.
alter table office.agenda add column looked_at timestamptz not null default now();

create index agenda_by_look on office.agenda (looked_at) where not simulated;
