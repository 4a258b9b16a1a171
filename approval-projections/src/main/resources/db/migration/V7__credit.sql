-- Whether a credit proposal stands against an enterprise is read from the journal itself, of all the
-- projects of the enterprise, whenever it submits a commitment letter: an index that is empty but for
-- these few events.
create index credit_of_enterprise on journal.event ((payload::jsonb ->> 'enterprise'), position)
    where name in ('supervision.credit-measure-proposed', 'supervision.proposal-objection-decided',
                   'supervision.credit-repaired');
