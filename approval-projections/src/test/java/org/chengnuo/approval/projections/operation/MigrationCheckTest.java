package org.chengnuo.approval.projections.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import javax.sql.DataSource;

@RealParts
class MigrationCheckTest {

    private static final String OURS = "classpath:db/migration";
    private static final String NEWER =
            "classpath:org/chengnuo/approval/projections/operation/newer";

    private final DataSource database;
    private final JdbcClient sql;

    MigrationCheckTest(Parts parts) {
        database = BeforeTheFirstStart.journal(parts).database();
        sql = JdbcClient.create(database);
    }

    @Test
    void migratesForward() {
        new MigrationCheck().migrate(program(OURS));
        new MigrationCheck().migrate(program(OURS, NEWER));

        assertThat(migrations()).contains("9999");
    }

    @Test
    void leavesANewerDatabaseAlone() {
        new MigrationCheck().migrate(program(OURS, NEWER));
        String before = migrations();

        assertThatThrownBy(() -> new MigrationCheck().migrate(program(OURS)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("has version 9999")
                .hasMessageContaining("knows version 12");
        assertThat(migrations()).isEqualTo(before);
    }

    @Test
    void refusesAJournalThatWasDumpedFromAnotherCluster() {
        new MigrationCheck().migrate(program(OURS));
        int rows =
                sql.sql(
                                """
                                insert into journal.event (transaction_id, stream, sequence, event_id,
                                    name, revision, recorded_at, payload, metadata)
                                values ('999999999999', 'p', 0, 'e', 'project.registered', '1', now(), '{}', '{}')
                                """)
                        .update();

        assertThat(rows).isOne();
        assertThatThrownBy(() -> new MigrationCheck().migrate(program(OURS)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("another PostgreSQL cluster");
    }

    private String migrations() {
        return sql.sql(
                        "select string_agg(version, ' ' order by installed_rank) from"
                                + " journal.flyway_schema_history")
                .query(String.class)
                .single();
    }

    private Flyway program(String... locations) {
        return Flyway.configure()
                .dataSource(database)
                .defaultSchema("journal")
                .locations(locations)
                .load();
    }
}
