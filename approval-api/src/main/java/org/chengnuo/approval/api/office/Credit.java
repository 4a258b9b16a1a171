package org.chengnuo.approval.api.office;

import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.projections.intake.DomainJson;
import org.chengnuo.approval.supervision.FalseCommitment;
import org.chengnuo.approval.supervision.SupervisionEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What stands against an enterprise in all its projects: read from the journal, in the transaction
 * that decides, so that it is never behind what has been recorded.
 */
@Component
class Credit {

    private final JdbcClient jdbc;
    private final JsonMapper json = DomainJson.journal();

    Credit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FalseCommitment> standingAgainst(CreditCode enterprise) {
        return FalseCommitment.after(
                jdbc.sql(
                                """
                                select name, revision, payload from journal.event
                                where name in ('supervision.breach-found',
                                               'supervision.breach-closed',
                                               'supervision.credit-measure-proposed',
                                               'supervision.proposal-objection-decided',
                                               'supervision.credit-repaired')
                                  and payload::jsonb ->> 'enterprise' = :enterprise
                                order by position
                                """)
                        .param("enterprise", enterprise.value())
                        .query((row, _) -> event(row))
                        .list());
    }

    private SupervisionEvent event(ResultSet row) throws SQLException {
        var name = new StoredName(row.getString("name"), row.getInt("revision"));
        Class<?> type = EventCatalogue.classOf(name).orElseThrow();
        return (SupervisionEvent) DomainJson.read(json, row.getString("payload"), type);
    }
}
