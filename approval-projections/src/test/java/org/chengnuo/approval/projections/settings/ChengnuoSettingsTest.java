package org.chengnuo.approval.projections.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.projections.conduct.ConductThresholds;
import org.chengnuo.approval.projections.intake.IntakeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class ChengnuoSettingsTest {

    private final Map<String, Object> properties = new HashMap<>();
    private final Map<String, Object> variables = new HashMap<>();

    private ChengnuoSettings read() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        environment.getPropertySources().addFirst(new MapPropertySource("file", properties));
        return ChengnuoSettings.of(environment);
    }

    @Test
    void areAsUsualWhereNothingIsSet() {
        ChengnuoSettings settings = read();

        assertThat(settings.conduct()).isEqualTo(ConductThresholds.USUAL);
        assertThat(settings.intake().batch()).isEqualTo(IntakeSettings.usual().batch());
        assertThat(settings.users()).isEmpty();
        assertThat(settings.evidence().s3()).isNull();
        assertThat(settings.evidenceDir()).isEqualTo(Path.of("data/evidence"));
        assertThat(settings.importsDir()).isEqualTo(Path.of("data/imports"));
    }

    @Test
    void areTakenFromVariablesToo() {
        variables.put("CHENGNUO_DATA_DIR", "/srv/a");
        variables.put("CHENGNUO_INTAKE_LONGESTBACKOFF", "3s");
        variables.put("CHENGNUO_EVIDENCE_S3_ACCESSKEY", "key");
        variables.put("CHENGNUO_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SSL");
        variables.put("CHENGNUO_USERS_0_NAME", "li");
        variables.put("CHENGNUO_USERS_0_PASSWORDHASH", "{noop}li");
        variables.put("CHENGNUO_USERS_0_ROLES_0", "CLERK");

        ChengnuoSettings settings = read();

        assertThat(settings.dataDir()).isEqualTo(Path.of("/srv/a"));
        assertThat(settings.intake().longestBackOff()).hasSeconds(3);
        assertThat(settings.users().getFirst().roles()).containsExactly("CLERK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intake.batch|0|chengnuo.intake.batch is «0»: it has to be 1 to 100000 events.",
                "intake.batch|many|chengnuo.intake.batch is «many»: it has to be a whole number.",
                "intake.longest-back-off|2h|chengnuo.intake.longest-back-off is «PT2H»: it has to"
                        + " be 1ms to 1h.",
                "intake.idle|soon|chengnuo.intake.idle is «soon»: it has to be a time, as in 50ms,"
                        + " 2s or 1h.",
                "automation.enabled|perhaps|chengnuo.automation.enabled is «perhaps»: it has to be"
                        + " true or false.",
                "feed|post|chengnuo.feed is «post»: it has to be one of [JOURNAL, KAFKA].",
                "feed|kafka|chengnuo: chengnuo.feed is kafka, and chengnuo.kafka.bootstrap-servers"
                        + " is not given: it is to be as in broker-1:9092,broker-2:9092",
                "kafka.partitions|0|chengnuo.kafka.partitions is «0»: it has to be 1 to 10000.",
                "evidence.max-size|lots|chengnuo.evidence.max-size is «lots»: it has to be a size,"
                        + " as in 20MB.",
                "evidence.max-size|0|chengnuo.evidence.max-size is «0B»: it has to be a size above"
                        + " nothing and up to 1GB, as in 20MB.",
                "evidence.max-size|3GB|chengnuo.evidence.max-size is «3221225472B»: it has to be a"
                        + " size above nothing and up to 1GB, as in 20MB.",
                "statistics.memory|a lot|chengnuo.statistics.memory is «a lot»: it has to be a size"
                        + " for DuckDB, as in 128MB or 2GB.",
                "public-address|chengnuo.example.cn|chengnuo.public-address is"
                        + " «chengnuo.example.cn»: it has to be an address, as in"
                        + " https://chengnuo.example.cn.",
                "public-address|https://|chengnuo.public-address is «https://»: it has to be an"
                        + " address, as in https://chengnuo.example.cn.",
                "conduct.near-the-limit|5000|chengnuo.conduct: the threshold near-the-limit is 1 to"
                        + " 1000, not 5000",
            })
    void areRefusedInOneLineThatSaysWhatWouldBeRight(String name, String value, String line) {
        properties.put("chengnuo." + name, value);

        assertThatThrownBy(this::read).isInstanceOf(WrongSetting.class).hasMessage(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chengnuo.intake.bach",
                "chengnuo.intake",
                "chengnuo.users[0].password",
                "chengnuo.data-directory"
            })
    void areRefusedWhereThereIsNoSuchSetting(String name) {
        properties.put(name, "1");

        assertThatThrownBy(this::read)
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(
                        "There is no setting " + name + "; the nearest is chengnuo.");
    }

    @Test
    void areRefusedAsVariablesTooButForTheServicesThatKubernetesTellsOf() {
        variables.put("CHENGNUO_SERVICE_HOST", "10.0.0.1");
        variables.put("CHENGNUO_PORT_8080_TCP_ADDR", "10.0.0.1");
        assertThat(read()).isNotNull();

        variables.put("CHENGNUO_INTAKE_BACH", "1");
        assertThatThrownBy(this::read)
                .hasMessage(
                        "There is no setting CHENGNUO_INTAKE_BACH; the nearest is"
                                + " chengnuo.intake.batch.");
    }

    @Test
    void keepTheirSecrets() {
        properties.put("chengnuo.users[0].name", "li");
        properties.put("chengnuo.users[0].password-hash", "{noop}secret");
        properties.put("chengnuo.evidence.s3.secret-key", "secret");

        assertThat(read().toString()).doesNotContain("secret");
    }

    /** In the first column of the table, each is written as it stands in a file of properties. */
    @Test
    void areAllListedForWhoOperatesAndNoOthers() throws IOException {
        String text = Files.readString(Path.of("..", "deploy", "operation.md"));
        var listed =
                Pattern.compile("^\\| `(chengnuo\\.[^`]+)` \\|", Pattern.MULTILINE)
                        .matcher(
                                text.substring(
                                        text.indexOf("## Settings"),
                                        text.indexOf("## Is it well?")))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(SettingsReader.names());
    }
}
