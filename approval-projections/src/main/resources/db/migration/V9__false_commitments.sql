-- Whether a false commitment stands against an enterprise begins with its finding, and not only with
-- a credit proposal: the index knows what was found, proposed and closed.
drop index journal.credit_of_enterprise;

create index false_commitments_of_enterprise
    on journal.event ((payload::jsonb ->> 'enterprise'), position)
    where name in ('supervision.breach-found', 'supervision.breach-closed',
                   'supervision.credit-measure-proposed', 'supervision.proposal-objection-decided',
                   'supervision.credit-repaired');
