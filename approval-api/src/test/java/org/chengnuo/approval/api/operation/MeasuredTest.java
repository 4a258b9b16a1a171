package org.chengnuo.approval.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the program shows of itself, and to whom. */
@OfficeTest
class MeasuredTest {

    private static final String PROJECT =
            """
            {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"LF-01","region":"141002",
             "industry":"3391","type":"RECORD_FILED","investment":120000000}
            """;

    @LocalServerPort private int port;
    @Autowired private MeterRegistry meters;
    @Autowired private JdbcClient jdbc;
    @Autowired private Environment environment;

    private Answer get(String address) {
        return new Caller(port, null).get(address);
    }

    private Answer register(String body, String... headers) {
        return new Caller(port, "enterprise").post("/api/v1/projects", body, headers);
    }

    private double commands(String command, String outcome) {
        return meters
                .find("chengnuo.command")
                .tags("command", command, "outcome", outcome, "channel", "api")
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private double refusals(String reason) {
        return meters.find("chengnuo.refusals").tags("reason", reason).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void countsAndTimesTheCommandsByWhatCameOfThem() {
        double recorded = commands("RegisterProject", "recorded");
        double repeated = commands("RegisterProject", "repeated");
        double denied = commands("RegisterProject", "denied");
        double badValues = refusals("bad-value");

        Answer first = register(PROJECT, "Idempotency-Key", "measured");
        register(PROJECT, "Idempotency-Key", "measured");
        register(PROJECT.replace("11320000MB151840XJ", "91141000MA0GW8U743"));
        register(PROJECT.replace("11320000MB151840XJ", "13800138000"));
        Answer refused =
                new Caller(port, "clerk")
                        .post(
                                first.header("Location") + "/construction/clearance",
                                "{\"document\":\"开1\"}");

        assertThat(commands("RegisterProject", "recorded")).isEqualTo(recorded + 1);
        assertThat(commands("RegisterProject", "repeated")).isEqualTo(repeated + 1);
        assertThat(commands("RegisterProject", "denied")).isEqualTo(denied + 1);
        assertThat(commands("ClearStart", "refused")).isOne();
        assertThat(refusals("not-your-enterprise")).isPositive();
        assertThat(refusals("bad-value")).isEqualTo(badValues + 1);
        String type = refused.text("type");
        assertThat(refusals(type.substring(type.lastIndexOf(':') + 1))).isOne();
    }

    @Test
    void tellsTheMetricsToAdministratorsOnlyAndNothingElse() {
        assertThat(get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(new Caller(port, "analyst").get("/actuator/prometheus").status()).isEqualTo(403);
        for (String closed : Set.of("/actuator", "/actuator/env", "/actuator/metrics")) {
            assertThat(new Caller(port, "admin").get(closed).status()).as(closed).isEqualTo(403);
        }

        register(PROJECT);
        String metrics = new Caller(port, "admin").get("/actuator/prometheus").http().body();

        assertThat(metrics)
                .contains(
                        "chengnuo_command_seconds_bucket{",
                        "chengnuo_journal_record_seconds_count",
                        "chengnuo_journal_position ",
                        "chengnuo_projection_lag_seconds{projection=\"register\"}",
                        "chengnuo_projection_lag_events{projection=\"",
                        "chengnuo_automation_due ",
                        "hikaricp_connections_active{",
                        "http_server_requests_seconds_count{")
                .doesNotContain("11320000MB151840XJ", "精密铸件");
    }

    @Test
    void hasEachMetricInTheTableForWhoOperates() throws IOException {
        register(PROJECT);
        register("{}");
        String text = Files.readString(Path.of("..", "deploy", "operation.md"));
        var listed =
                Pattern.compile("^\\| `(chengnuo\\.[^`]+)` \\|", Pattern.MULTILINE)
                        .matcher(
                                text.substring(
                                        text.indexOf("## Metrics"), text.indexOf("## Traces")))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed)
                .isEqualTo(
                        meters.getMeters().stream()
                                .map(Meter::getId)
                                .map(Meter.Id::getName)
                                .filter(name -> name.startsWith("chengnuo."))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void isAliveAndReadyAndTellsEverybodyNamesAndLagsOnly() {
        Answer alive = get("/actuator/health/liveness");
        assertThat(alive.status()).isEqualTo(200);
        assertThat(alive.http().body()).isEqualTo("{\"status\":\"UP\"}");

        Answer ready = get("/actuator/health/readiness");
        assertThat(ready.status()).as(ready.http().body()).isEqualTo(200);
        JsonNode parts = ready.json().path("components");
        assertThat(parts.propertyNames())
                .containsExactlyInAnyOrder(
                        "readinessState", "database", "projections", "automation", "publication");
        // No broker is given.
        assertThat(parts.path("publication").path("details").path("enabled").asBoolean()).isFalse();
        JsonNode register = parts.path("projections").path("components").path("register");
        assertThat(register.path("status").asString()).isEqualTo("UP");
        assertThat(register.path("details").propertyNames())
                .containsExactlyInAnyOrder(
                        "lagEvents", "lagSeconds", "parked", "waiting", "rebuilding");
        assertThat(parts.path("database").has("details")).isFalse();
        assertThat(get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void keepsTheCallersIdAndMakesOneWhereThereIsNoneThatIsWellFormed() {
        String id = "0195d7a0-0000-7000-8000-000000000001";
        Answer sent = register(PROJECT, "X-Correlation-Id", id);

        assertThat(sent.header("X-Correlation-Id")).isEqualTo(id);
        assertThat(
                        jdbc.sql(
                                        """
                                        select metadata::jsonb ->> 'correlation' from journal.event
                                        where stream = :project
                                        """)
                                .param("project", sent.text("project"))
                                .query(String.class)
                                .list())
                .containsOnly(id);

        String made =
                register(PROJECT, "X-Correlation-Id", "13800138000").header("X-Correlation-Id");
        assertThat(made).hasSize(36);
    }

    @Test
    void takesUploadsAsLargeAsImportsMayBe() {
        assertThat(environment.getProperty("spring.servlet.multipart.max-file-size"))
                .isEqualTo("4GB");
    }
}
