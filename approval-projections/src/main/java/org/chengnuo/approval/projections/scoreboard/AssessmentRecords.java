package org.chengnuo.approval.projections.scoreboard;

import org.chengnuo.approval.assessment.AssessmentEvent;
import org.chengnuo.approval.assessment.Assessments;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.journal.EventCatalogue.StoredName;
import org.chengnuo.approval.projections.intake.DomainJson;
import org.chengnuo.approval.projections.intake.StoreFailure;
import org.chengnuo.approval.projections.reviewtimes.AsOf;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

import javax.sql.DataSource;

/**
 * The schemes and the scores, read from the journal whenever they are asked for: they are few, and
 * asked for seldom.
 */
public final class AssessmentRecords {

    private static final String EVENTS =
            """
            select name, revision, payload from journal.event
            where stream = 'assessment' and %s order by sequence
            """;

    private final DataSource journal;
    private final JsonMapper json = DomainJson.journal();

    public AssessmentRecords(DataSource journal) {
        this.journal = journal;
    }

    /** As they were known then. */
    public Assessments known(AsOf asOf) {
        String condition =
                switch (asOf) {
                    case AsOf.Now _ -> "true";
                    case AsOf.At _ -> "transaction_id <= cast(? as xid8)";
                    case AsOf.By _ -> "recorded_at <= ?";
                };
        Assessments assessments = Assessments.SHIPPED;
        try (Connection connection = journal.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(EVENTS.formatted(condition))) {
            switch (asOf) {
                case AsOf.Now _ -> {}
                case AsOf.At(long transaction) -> query.setString(1, Long.toString(transaction));
                case AsOf.By(var moment) -> query.setTimestamp(1, Timestamp.from(moment));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    assessments = assessments.evolve(event(rows));
                }
            }
            return assessments;
        } catch (SQLException e) {
            throw new StoreFailure("reading the assessments", e);
        }
    }

    private AssessmentEvent event(ResultSet row) throws SQLException {
        var stored = new StoredName(row.getString(1), Integer.parseInt(row.getString(2)));
        Class<?> type =
                EventCatalogue.classOf(stored)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the journal has an event %s, revision %d, that this program does not know"
                                                        .formatted(
                                                                stored.name(), stored.revision())));
        return (AssessmentEvent) DomainJson.read(json, row.getString(3), type);
    }
}
