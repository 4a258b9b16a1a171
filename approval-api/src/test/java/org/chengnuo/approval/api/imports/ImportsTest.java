package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.OfficeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Imports over HTTP. Each test has a log of its own: the content is what is known again. */
@OfficeTest
@TestPropertySource(properties = "chengnuo.imports.dir=target/imports-over-http")
class ImportsTest {

    private static final String ZONE = "LF-01";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    private Caller admin() {
        return new Caller(port, "admin");
    }

    private Answer post(String log, @Nullable String mapping, @Nullable String zone) {
        return Multipart.post(admin(), Sample.utf8(log), mapping, zone);
    }

    private JsonNode ended(Answer posted) throws InterruptedException {
        assertThat(posted.status()).as(posted.http().body()).isEqualTo(202);
        while (true) {
            JsonNode log = admin().get(posted.header("Location")).json();
            if (!ImportState.valueOf(log.get("state").asString()).isUnderWay()) {
                return log;
            }
            Thread.sleep(20);
        }
    }

    private long journal() {
        return jdbc.sql("select count(*) from journal.event").query(Long.class).single();
    }

    /** Two cases: one in order, one with a decision that is not in turn. */
    private static String log(String name) {
        return Sample.log(
                Sample.trace(
                        name + "-1",
                        Sample.event("in", "2014-01-06T09:00:00+01:00"),
                        Sample.event("look", "2014-01-07T09:00:00+01:00"),
                        Sample.event("ok", "2014-01-08T09:00:00+01:00"),
                        Sample.event("out", "2014-01-09T09:00:00+01:00")),
                Sample.trace(
                        name + "-2",
                        Sample.event("in", "2014-01-06T09:00:00+01:00"),
                        Sample.event("out", "2014-01-09T09:00:00+01:00")));
    }

    @Nested
    class A_log_that_is_right {

        @Test
        void is_recorded_row_by_row_and_act_by_act_and_what_is_not_in_turn_is_listed()
                throws InterruptedException {
            JsonNode done = ended(post(log("right"), Sample.yaml(""), ZONE));

            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.at("/cases/done").asInt()).isEqualTo(2);
            assertThat(done.at("/events/total").asInt()).isEqualTo(6);
            assertThat(done.get("mapped").asInt()).isEqualTo(5);
            assertThat(done.get("rejected").asInt()).isOne();
            JsonNode reject = done.at("/rejects/0");
            assertThat(reject.get("line").asInt()).isEqualTo(13);
            assertThat(reject.get("act").asString()).isEqualTo("DECIDED");
            assertThat(reject.get("reason").asString()).isEqualTo("NOT_ACCEPTED");
            assertThat(reject.get("reasonZh").asString()).isEqualTo("办件尚未受理");
            assertThat(
                            jdbc.sql(
                                            """
                                            select name from journal.event where stream =
                                                (select stream from journal.event
                                                 where name = 'project.imported'
                                                   and payload::json ->> 'caseId' = 'right-1')
                                            order by sequence
                                            """)
                                    .query((row, _) -> row.getString(1))
                                    .list())
                    .containsExactly(
                            "project.imported",
                            "filing.imported",
                            "filing.work-step-recorded",
                            "filing.received",
                            "filing.work-step-recorded",
                            "filing.work-step-recorded",
                            "filing.accepted",
                            "filing.work-step-recorded",
                            "filing.decided");
            assertThat(
                            jdbc.sql(
                                            """
                                            select distinct metadata::json ->> 'channel' || ' ' ||
                                                (metadata::json ->> 'import') || ' ' ||
                                                (metadata::json ->> 'actor')
                                            from journal.event
                                            where metadata::json ->> 'import' = :id
                                            """)
                                    .param("id", done.get("id").asString())
                                    .query((row, _) -> row.getString(1))
                                    .list())
                    .containsExactly("import " + done.get("id").asString() + " admin");
        }

        @Test
        void lists_its_rejects_from_any_one_on() throws InterruptedException {
            ended(post(log("paged"), Sample.yaml(""), ZONE));
            String address = "/api/v1/imports/" + LogImport.idOf(hash(log("paged")));

            assertThat(admin().get(address + "?rejectsFrom=1").json().get("rejects")).isEmpty();
            assertThat(admin().get(address + "?limit=0").json().get("rejects")).isEmpty();
            assertThat(admin().get(address).json().get("rejects")).hasSize(1);
        }

        @Test
        void changes_nothing_when_it_is_posted_again_however_it_is_packed()
                throws InterruptedException {
            Answer first = post(log("twice"), Sample.yaml(""), ZONE);
            ended(first);
            long before = journal();

            Answer again = post(log("twice"), Sample.yaml(""), ZONE);
            Answer packed =
                    Multipart.post(
                            admin(), Sample.gzip(Sample.utf8(log("twice"))), Sample.yaml(""), ZONE);

            for (Answer answer : List.of(again, packed)) {
                assertThat(ended(answer)).isEqualTo(ended(first));
                assertThat(answer.header("Location")).isEqualTo(first.header("Location"));
            }
            assertThat(journal()).isEqualTo(before);
        }

        @ParameterizedTest
        @CsvSource({"'', LF-02", "offsets: ignore, LF-01"})
        void is_not_recorded_otherwise(String more, String zone) throws InterruptedException {
            ended(post(log("once"), Sample.yaml(""), ZONE));
            long before = journal();

            Answer otherwise = post(log("once"), Sample.yaml(more), zone);

            assertThat(otherwise.status()).isEqualTo(409);
            assertThat(otherwise.text("detail")).contains("«sample»", "«LF-01»");
            assertThat(journal()).isEqualTo(before);
        }

        @Test
        void leaves_no_file_behind() throws Exception {
            JsonNode done = ended(post(log("tidy"), Sample.yaml(""), ZONE));

            Path folder = Path.of("target/imports-over-http");
            while (Files.exists(folder.resolve(done.get("contentHash").asString()))) {
                // It is told to be done a moment before.
                Thread.sleep(10);
            }
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.filter(file -> file.toString().endsWith(".part"))).isEmpty();
            }
        }

        @Test
        void can_no_longer_be_cancelled() throws InterruptedException {
            Answer posted = post(log("late"), Sample.yaml(""), ZONE);
            ended(posted);

            Answer cancelled = admin().post(posted.header("Location") + "/cancellation", "");

            assertThat(cancelled.status()).isEqualTo(409);
            assertThat(cancelled.text("type")).endsWith("import-not-under-way");
        }
    }

    @Nested
    class A_log_that_is_wrong {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        </log>                        | </lo>          | BROKEN_XML        | 15
                        2014-01-09T09:00:00+01:00     | yesterday      | BAD_TIMESTAMP     | 8
                        <date key="time:timestamp"    | <date key="no" | MISSING_TIMESTAMP | 5
                        """)
        void is_refused_at_its_line_and_nothing_of_it_is_recorded(
                String right, String wrong, String reason, int line) throws InterruptedException {
            long before = journal();

            JsonNode refused =
                    ended(post(log(reason).replace(right, wrong), Sample.yaml(""), ZONE));

            assertThat(refused.get("state").asString()).isEqualTo("REFUSED");
            assertThat(refused.at("/refusal/reason").asString()).isEqualTo(reason);
            assertThat(refused.at("/refusal/line").asInt()).isEqualTo(line);
            assertThat(refused.at("/refusal/message").asString()).contains("Line " + line);
            assertThat(refused.at("/refusal/messageZh").asString()).contains("第 " + line + " 行");
            assertThat(journal()).isEqualTo(before);
        }

        @Test
        void is_refused_if_it_is_a_zip_bomb() throws InterruptedException {
            byte[] bomb = Sample.gzip(Sample.utf8("<log>" + " ".repeat(30_000_000) + "</log>"));

            JsonNode refused = ended(Multipart.post(admin(), bomb, Sample.yaml(""), ZONE));

            assertThat(refused.at("/refusal/reason").asString()).isEqualTo("ZIP_BOMB");
        }

        @Test
        void may_be_posted_again_with_a_better_mapping() throws InterruptedException {
            JsonNode refused = ended(post(log("better"), "bpic15", ZONE));
            assertThat(refused.at("/refusal/reason").asString()).isEqualTo("NOTHING_MAPPED");

            JsonNode done = ended(post(log("better"), Sample.yaml(""), ZONE));

            assertThat(done.get("id")).isEqualTo(refused.get("id"));
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("refusal")).isNull();
        }
    }

    @Nested
    class A_request_that_is_wrong {

        @ParameterizedTest
        @CsvSource({
            "bpic51, LF-01, 422, unknown-mapping, mapping",
            "'name: [', LF-01, 422, wrong-mapping, mapping",
            "bpic15, , 422, missing-zone, zone",
            "bpic15, a b, 422, bad-zone, zone",
            ", LF-01, 400, missing-value, mapping"
        })
        void is_told_at_once(
                @Nullable String mapping,
                @Nullable String zone,
                int status,
                String type,
                String field) {
            Answer answer = post(log("at once"), mapping, zone);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text("type")).endsWith(type);
            assertThat(answer.text("field")).isEqualTo(field);
            assertThat(answer.text("titleZh")).isNotEmpty();
            assertThat(admin().get("/api/v1/imports").http().body()).doesNotContain("at once");
        }

        @Test
        void may_lack_the_file_or_hold_none() {
            assertThat(Multipart.post(admin(), null, "bpic15", ZONE).text("field"))
                    .isEqualTo("file");
            Answer empty = Multipart.post(admin(), new byte[0], "bpic15", ZONE);
            assertThat(empty.status()).isEqualTo(422);
            assertThat(empty.text("type")).endsWith("empty");
            Answer json = admin().post("/api/v1/imports", "{}");
            assertThat(json.status()).isEqualTo(415);
            assertThat(json.text("type")).endsWith("unsupported-media-type");
        }

        @Test
        void may_ask_for_what_there_is_not_or_come_from_who_may_not() {
            assertThat(admin().get("/api/v1/imports/0123456789abcdef").status()).isEqualTo(404);
            assertThat(admin().as("clerk").get("/api/v1/imports").status()).isEqualTo(403);
            assertThat(new Caller(port, null).get("/imports").status()).isEqualTo(401);
            assertThat(Multipart.post(admin().as("clerk"), new byte[1], "bpic15", ZONE).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_shipped_mappings_are_there_to_be_read() {
        JsonNode mappings = admin().get("/api/v1/imports/mappings").json();

        assertThat(mappings.at("/0/name").asString()).isEqualTo("bpic15");
        assertThat(mappings.at("/0/yaml").asString()).contains("01_HOOFD_195: accepted");
    }

    @Test
    void the_page_shows_the_imports_in_the_language_of_who_reads() throws InterruptedException {
        ended(post(log("shown"), Sample.yaml(""), ZONE));

        assertThat(admin().get("/imports").http().body())
                .contains("Events per second", "a log.xes", "done");
        assertThat(
                        admin().send(
                                        admin().request("/imports")
                                                .header("Accept-Language", "zh-CN")
                                                .GET())
                                .http()
                                .body())
                .contains("历史数据导入", "完成");
    }

    private static String hash(String log) {
        return ContentHash.of(Sample.utf8(log));
    }
}
