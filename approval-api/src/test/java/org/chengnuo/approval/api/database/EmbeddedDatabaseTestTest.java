package org.chengnuo.approval.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each class has its own database, and its nested classes share it. */
@RealParts
class EmbeddedDatabaseTestTest {

    @EmbeddedDatabaseTest
    @SpringBootTest(
            classes = {
                DataSourceAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                FlywayAutoConfiguration.class
            },
            webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @Nested
    class GivenASpringContext {

        @Autowired JdbcClient sql;

        @Test
        void itIsConnectedToADatabaseOfItsOwnWithTheSchemaOfTheJournal() {
            assertThat(sql.sql("select current_database()").query(String.class).single())
                    .startsWith("test_");
            assertThat(
                            sql.sql("select count(*) from pg_namespace where nspname = 'journal'")
                                    .query(Long.class)
                                    .single())
                    .isOne();
        }
    }

    @Test
    void twoDatabasesAreTwo(Parts parts) {
        assertThat(TestDatabase.fresh(parts).url()).isNotEqualTo(TestDatabase.fresh(parts).url());
    }
}
