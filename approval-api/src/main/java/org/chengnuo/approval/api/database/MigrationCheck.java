package org.chengnuo.approval.api.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

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
