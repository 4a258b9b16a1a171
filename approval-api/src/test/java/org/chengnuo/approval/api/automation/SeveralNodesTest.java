package org.chengnuo.approval.api.automation;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.Chengnuo;
import org.chengnuo.approval.api.OfficeClock;
import org.chengnuo.approval.api.OfficeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Two nodes, each the whole program with pools and locks of its own, on one PostgreSQL. */
@OfficeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralNodesTest {

    private static final String PROJECT =
            """
            {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01","region":"141002",
             "industry":"3391","type":"RECORD_FILED","investment":120000000}
            """;

    private static final String FILING =
            "{\"item\":\"cn-shanxi:works-planning-permit\",\"receipt\":\"收%d\"}";

    @LocalServerPort private int port;
    @Autowired private Environment environment;
    @Autowired private Automation automation;
    @Autowired private JdbcClient jdbc;

    private ConfigurableApplicationContext other;
    private int otherPort;

    @BeforeAll
    void startTheOther(@TempDir Path data) {
        other =
                new SpringApplicationBuilder(Chengnuo.class, OfficeClock.class)
                        .profiles("demo")
                        .run(
                                "--server.port=0",
                                "--chengnuo.demo.simulate=false",
                                "--chengnuo.automation.enabled=false",
                                "--chengnuo.data-dir=" + data,
                                "--spring.datasource.url="
                                        + environment.getProperty("spring.datasource.url"),
                                "--spring.datasource.username="
                                        + environment.getProperty("spring.datasource.username"),
                                "--spring.datasource.password="
                                        + environment.getProperty("spring.datasource.password"));
        otherPort = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void endTheOther() {
        other.close();
    }

    @AfterEach
    void timeGoesOn() {
        OfficeClock.goesOn();
    }

    /** Sends to each node in turn, all at the same time. */
    private List<Answer> sent(String user, String address, List<String> bodies, String... headers)
            throws Exception {
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < bodies.size(); i++) {
            var caller = new Caller(i % 2 == 0 ? port : otherPort, user);
            String body = bodies.get(i);
            requests.add(() -> caller.post(address, body, headers));
        }
        try (var clients = Executors.newFixedThreadPool(bodies.size())) {
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : clients.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private List<@Nullable Long> sequences(String project) {
        return jdbc.sql("select sequence from journal.event where stream = :project order by 1")
                .param("project", project.replaceAll(".*/", ""))
                .query(Long.class)
                .list();
    }

    @Test
    void aKeyHoldsOnBoth() throws Exception {
        List<Answer> answers =
                sent(
                        "enterprise",
                        "/api/v1/projects",
                        Stream.generate(() -> PROJECT).limit(8).toList(),
                        "Idempotency-Key",
                        "on-both");

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("project"))
                .containsOnly(answers.getFirst().text("project"));
        assertThat(sequences(answers.getFirst().text("project"))).containsExactly(0L);
    }

    @Test
    void actsInOneProjectTakeTurns() throws Exception {
        String project =
                new Caller(port, "enterprise").post("/api/v1/projects", PROJECT).header("Location");

        List<Answer> answers =
                sent(
                        "clerk",
                        project + "/filings",
                        Stream.iterate(1, n -> n + 1).limit(8).map(FILING::formatted).toList());

        assertThat(answers)
                .as("%s", answers.stream().map(answer -> answer.http().body()).toList())
                .extracting(Answer::status)
                .containsOnly(201);
        assertThat(answers).extracting(answer -> answer.text("filing")).doesNotHaveDuplicates();
        assertThat(sequences(project)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void whatIsDueHappensOnce() throws Exception {
        OfficeClock.standsAt("2018-09-25T02:00:00Z");
        var filings = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            String project =
                    new Caller(port, "enterprise")
                            .post("/api/v1/projects", PROJECT)
                            .header("Location");
            filings.add(
                    new Caller(otherPort, "clerk")
                            .post(project + "/filings", FILING.formatted(1))
                            .header("Location"));
        }
        OfficeClock.standsAt("2018-10-08T02:00:00Z");

        try (var nodes = Executors.newFixedThreadPool(2)) {
            Automation another = other.getBean(Automation.class);
            for (Future<Integer> done :
                    nodes.invokeAll(
                            List.<Callable<Integer>>of(
                                    automation::letHappenWhatIsDue, another::letHappenWhatIsDue))) {
                done.get();
            }
        }

        assertThat(filings)
                .allSatisfy(
                        filing ->
                                assertThat(
                                                StreamSupport.stream(
                                                                new Caller(otherPort, "clerk")
                                                                        .get(filing + "/history")
                                                                        .json()
                                                                        .spliterator(),
                                                                false)
                                                        .map(act -> act.path("event").asString()))
                                        .containsExactly(
                                                "filing.received", "filing.deemed-accepted"));
    }
}
