package org.chengnuo.approval.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationCheckTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());

    @Test
    void migratesForward() {
        new MigrationCheck().migrate(program("first"));
        new MigrationCheck().migrate(program("second"));

        assertThat(tables()).isEqualTo(3);
    }

    @Test
    void leavesANewerDatabaseAlone() {
        new MigrationCheck().migrate(program("second"));

        assertThatThrownBy(() -> new MigrationCheck().migrate(program("first")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("has version 2")
                .hasMessageContaining("knows version 1");
        assertThat(tables()).isEqualTo(3);
    }

    private long tables() {
        return sql.sql("select count(*) from pg_tables where schemaname = 'journal'")
                .query(Long.class)
                .single();
    }

    private Flyway program(String name) {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("journal")
                .locations("classpath:org/chengnuo/approval/api/database/" + name)
                .load();
    }
}
