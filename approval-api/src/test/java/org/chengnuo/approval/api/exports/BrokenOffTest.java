package org.chengnuo.approval.api.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.Life;
import org.chengnuo.approval.api.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;

/** An answer that looks complete and is not the whole would be taken for the whole. */
@OfficeTest
@TestPropertySource(properties = "chengnuo.data-dir=target/exports-broken-off")
class BrokenOffTest {

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    @Test
    void anExportBreaksOffWhereAnEventCannotBeRead() {
        Caller analyst = new Caller(port, "analyst");
        Life life = Life.registered(analyst).approved();
        // More than what is held back before anything is sent.
        for (int i = 0; i < 40; i++) {
            Life.registered(analyst).approved();
        }
        // The last of all stories, so that the others have gone out.
        jdbc.sql(
                        """
                        insert into journal.event (stream, sequence, event_id, aggregate_type, name,
                            revision, recorded_at, payload, metadata)
                        values ('ffffffff-ffff-4fff-bfff-ffffffffffff', 0, 'unheard', 'project',
                            'filing.unheard-of', '1', now(), '{}', '{}')
                        """)
                .update();

        assertThatThrownBy(() -> analyst.get("/api/v1/exports/events.xes"))
                .hasRootCauseInstanceOf(IOException.class);
        // Of this nothing has gone out.
        Answer other = analyst.get("/api/v1/exports/events.ocel.json");
        assertThat(other.status()).isEqualTo(500);
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
        assertThat(analyst.get("/api/v1/exports/events.xes?project=" + life.id()).status())
                .isEqualTo(200);
    }
}
