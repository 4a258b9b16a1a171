-- The journal tells of more than projects: the policy editions are one story, each calendar another.
alter table journal.event rename column project_id to stream;
alter table journal.snapshot rename column project_id to stream;

-- The rules by which projects are handled are read again whenever they changed, and asked for often.
create index event_of_rules on journal.event (aggregate_type) where aggregate_type in ('policy', 'calendar');
