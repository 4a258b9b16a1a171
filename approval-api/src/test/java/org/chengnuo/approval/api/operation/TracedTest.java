package org.chengnuo.approval.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request, in it the command, in it the append, and after it the tables that have it: as a
 * collector of traces is sent them.
 */
@OfficeTest
@TestPropertySource(
        properties = {
            "management.tracing.sampling.probability=1",
            "management.opentelemetry.tracing.export.schedule-delay=100ms"
        })
class TracedTest {

    private static final String PROJECT =
            """
            {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01","region":"141002",
             "industry":"3391","type":"RECORD_FILED","investment":120000000}
            """;

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final BlockingQueue<String> SENT = new LinkedBlockingQueue<>();
    private static final HttpServer COLLECTOR = collector();

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    private static HttpServer collector() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/v1/traces",
                    exchange -> {
                        // Names and values stand in the message as they are.
                        SENT.add(
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry properties) {
        properties.add(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                () -> "http://localhost:%d/v1/traces".formatted(COLLECTOR.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        COLLECTOR.stop(0);
    }

    @Test
    void goesOnWithTheCallersTraceIntoTheJournal() throws InterruptedException {
        Answer answer =
                new Caller(port, "enterprise")
                        .post(
                                "/api/v1/projects",
                                PROJECT,
                                "traceparent",
                                "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(
                        jdbc.sql(
                                        """
                                        select metadata::jsonb ->> 'traceparent' from journal.event
                                        where stream = :project
                                        """)
                                .param("project", answer.text("project"))
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .allSatisfy(trace -> assertThat(trace).matches("00-" + TRACE + "-[0-9a-f]{16}-01"));
        var sent = new StringBuilder();
        for (String names = ""; names != null; names = SENT.poll(2, TimeUnit.SECONDS)) {
            sent.append(names);
        }
        assertThat(sent)
                .contains(
                        "http post /api/v1/projects", "RegisterProject", "chengnuo.journal.record")
                .contains("register project.registered", "reviewtimes project.registered")
                .doesNotContain("精密铸件", "11320000MB151840XJ");
    }
}
