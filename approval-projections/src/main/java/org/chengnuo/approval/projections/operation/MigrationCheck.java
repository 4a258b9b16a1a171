package org.chengnuo.approval.projections.operation;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Migrates the database forward, and leaves alone one that a newer program has migrated: Flyway
 * itself would take the versions that it does not know for nothing of its business.
 */
@Component
final class MigrationCheck implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        Optional<MigrationVersion> newer =
                latest(all, MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);
        if (newer.isPresent()) {
            String known =
                    Arrays.stream(all)
                            .filter(info -> info.getState().isResolved())
                            .map(MigrationInfo::getVersion)
                            .filter(Objects::nonNull)
                            .max(MigrationVersion::compareTo)
                            .map(MigrationVersion::getVersion)
                            .orElse("none");
            throw new StartRefused(
                    "The database is newer than this program: it has version %s of the journal, this program knows version %s and changes nothing; start the newer program."
                            .formatted(newer.get(), known));
        }
        flyway.migrate();
        refuseAnotherClustersJournal(flyway.getConfiguration().getDataSource());
    }

    /**
     * The journal is read in the order of PostgreSQL's transaction numbers, which begin anew in
     * another cluster: events that were dumped and restored would come after all that is recorded
     * from now on, or never.
     */
    private static void refuseAnotherClustersJournal(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                """
                                select transaction_id from journal.event
                                where transaction_id >= pg_snapshot_xmax(pg_current_snapshot())
                                limit 1
                                """)) {
            if (row.next()) {
                throw new StartRefused(
                        "The journal was written by another PostgreSQL cluster: a dump does not"
                            + " keep the order of its transactions; move it as a copy of the whole"
                            + " cluster (pg_basebackup, pg_upgrade), or let this one count on, as"
                            + " deploy/operation.md says; nothing is changed.");
            }
        } catch (SQLException e) {
            throw new StartRefused("The journal cannot be read: " + e.getMessage());
        }
    }

    private static Optional<MigrationVersion> latest(
            MigrationInfo[] all, MigrationState... states) {
        return Arrays.stream(all)
                .filter(info -> Arrays.asList(states).contains(info.getState()))
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(MigrationVersion::compareTo);
    }
}
