package org.chengnuo.approval.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The rules as data: an administrator publishes policy editions and calendars over HTTP. */
@OfficeTest
class EditionsTest {

    private static final String POLICIES = "/api/v1/policies";
    private static final String CALENDARS = "/api/v1/calendars";

    @LocalServerPort private int port;

    @BeforeEach
    void itIsTheEndOf2026() {
        OfficeClock.standsAt("2026-12-01T02:00:00Z");
    }

    @AfterEach
    void timeGoesOn() {
        OfficeClock.goesOn();
    }

    private Caller admin() {
        return new Caller(port, "admin");
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 201);
        return answer;
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asString(""))
                .toList();
    }

    @Nested
    class APolicyEdition {

        /** Of no other test. */
        private final String zone = "T-" + UUID.randomUUID().toString().substring(0, 8);

        private final String name = "2027-" + zone;

        private Answer put(String body) {
            return admin().send(
                            admin().request(POLICIES + "/drafts/" + name)
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString(body)));
        }

        /** The edition of 2021, in which one item is another now. */
        private ObjectNode content() {
            return (ObjectNode) admin().get(POLICIES + "/2021").json().path("content");
        }

        private static ObjectNode item(JsonNode content, String code) {
            for (JsonNode item : content.path("items")) {
                if (item.path("code").asString().equals(code)) {
                    return (ObjectNode) item;
                }
            }
            throw new AssertionError(code);
        }

        private Answer publish() {
            return admin().post(
                            POLICIES + "/" + name + "/publication",
                            """
                            {"from":"2027-01-01T00:00:00+08:00","zones":["%s"],"types":["RECORD_FILED"]}
                            """
                                    .formatted(zone));
        }

        private String registered() {
            return good(new Caller(port, "enterprise")
                            .post(
                                    "/api/v1/projects",
                                    """
                                    {"name":"年产10万吨精密铸件项目","enterprise":"11320000MB151840XJ","zone":"%s",
                                     "region":"141002","industry":"3391","type":"RECORD_FILED",
                                     "investment":120000000}
                                    """
                                            .formatted(zone)))
                    .header("Location");
        }

        private String edition(String project) {
            return admin().get(project).json().path("edition").asString();
        }

        @Test
        void isDraftedMendedComparedAndPublished() {
            String before = registered();
            ObjectNode content = content();
            ObjectNode survey = item(content, "cn-shanxi:fire-design-review");
            survey.putObject("promised").put("amount", 30).put("unit", "WD");
            item(content, "cn-shanxi:construction-permit").put("english", "");
            good(put(content.toString()));

            Answer incomplete = publish();
            assertThat(incomplete.status()).isEqualTo(422);
            assertThat(texts(incomplete.json().path("errors"), "item"))
                    .contains("cn-shanxi:fire-design-review", "cn-shanxi:construction-permit");
            assertThat(texts(incomplete.json().path("errors"), "field"))
                    .contains("promised", "english");

            content = content();
            item(content, "cn-shanxi:fire-design-review").put("itemClass", "COMMITMENT");
            good(put(content.toString()));
            JsonNode changes =
                    admin().get(POLICIES + "/" + name + "/comparison?with=2021")
                            .json()
                            .path("changes");
            assertThat(changes.toString())
                    .contains("cn-shanxi:fire-design-review", "KEPT_APPROVAL", "COMMITMENT")
                    .doesNotContain("cn-shanxi:energy-review");

            good(publish());
            assertThat(texts(admin().get(POLICIES).json(), "name")).contains("2021", name);
            assertThat(edition(registered())).isEqualTo("2021");

            OfficeClock.standsAt("2027-01-04T02:00:00Z");
            assertThat(edition(registered())).isEqualTo(name);
            assertThat(edition(before)).isEqualTo("2021");

            good(
                    new Caller(port, "clerk")
                            .post(
                                    before + "/edition",
                                    "{\"edition\":\"%s\",\"reason\":\"按企业申请\"}".formatted(name)));
            assertThat(edition(before)).isEqualTo(name);
        }

        @Test
        void lacksSeveralFieldsThatAreToldAtOnce() {
            ObjectNode content = content();
            content.remove("calendar");
            item(content, "cn-shanxi:energy-review").putNull("department").remove("kind");
            ((ObjectNode) content.path("standards").path(0).path("indicators").path(1))
                    .remove("unit");

            Answer incomplete = put(content.toString());

            assertThat(incomplete.status()).isEqualTo(422);
            JsonNode errors = incomplete.json().path("errors");
            assertThat(texts(errors, "item"))
                    .containsExactly(
                            "",
                            "cn-shanxi:energy-review",
                            "cn-shanxi:energy-review",
                            "standard-land-2021-1");
            assertThat(texts(errors, "field"))
                    .containsExactly("calendar", "department", "kind", "indicators[1].unit");
        }

        @Test
        void isComparedWithTheOneOfItsZone() {
            good(put(content().toString()));
            good(publish());
            OfficeClock.standsAt("2027-01-04T02:00:00Z");
            String draft = POLICIES + "/drafts/next-" + zone;
            good(
                    admin().send(
                                    admin().request(draft)
                                            .header("Content-Type", "application/json")
                                            .PUT(BodyPublishers.ofString(content().toString()))));
            String comparison = POLICIES + "/next-" + zone + "/comparison";

            assertThat(
                            admin().get(comparison + "?zones=" + zone + "&types=RECORD_FILED")
                                    .text("with"))
                    .isEqualTo(name);
            assertThat(admin().get(comparison).text("with")).isEqualTo("2021");
            assertThat(
                            admin().get(comparison + "?types=RECORD_FILED&zones=T-OTHER," + zone)
                                    .text("detail"))
                    .contains(name, "2021");
        }

        @Test
        void isWrittenByAdministratorsOnly() {
            Answer denied =
                    new Caller(port, "clerk")
                            .post(
                                    POLICIES + "/2021/supersession",
                                    "{\"until\":\"2027-07-01T00:00:00+08:00\"}");

            assertThat(denied.status()).isEqualTo(403);
        }

        @Test
        void isToldWhatCannotBeRead() {
            ObjectNode content = content();
            item(content, "cn-shanxi:fire-design-review").put("itemClass", "EASY");
            Answer wrong = put(content.toString());

            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.http().body()).contains("itemClass");

            content = content();
            item(content, "cn-shanxi:fire-design-review").putNull("promised");
            wrong = put(content.toString());

            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.http().body()).contains("promised");
        }

        @Test
        void isKeptOnceItWasPublished() {
            good(put(content().toString()));
            good(publish());

            assertThat(put(content().toString()).text("reason"))
                    .isEqualTo("POLICY_EDITION_PUBLISHED");
        }
    }

    @Nested
    class ACalendar {

        private final String name = "t-" + UUID.randomUUID().toString().substring(0, 8);

        private String founded() {
            good(
                    admin().post(
                                    CALENDARS,
                                    """
                                    {"name":"%s","zone":"Asia/Shanghai",
                                     "officeHours":[{"from":"09:00:00","to":"12:00:00"},{"from":"13:00:00","to":"17:00:00"}]}
                                    """
                                            .formatted(name)));
            return CALENDARS + "/" + name;
        }

        private Answer imported(String calendar, String type, String file, String query) {
            return admin().send(
                            admin().request(calendar + "/notices" + query)
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString(file)));
        }

        private List<String> days(String calendar, String knownAt) {
            JsonNode days =
                    admin().get(calendar + "/days?year=2027&knownAt=" + knownAt)
                            .json()
                            .path("days");
            return StreamSupport.stream(days.spliterator(), false)
                    .map(day -> day.path("date").asString() + " " + day.path("rule").asString())
                    .toList();
        }

        @Test
        void isChangedByANoticeFromTheMomentOnAtWhichItIsKnown() {
            String calendar = founded();
            good(
                    admin().post(
                                    calendar + "/notices",
                                    """
                                    {"year":2027,"source":"国办发明电〔2026〕9号","knownFrom":"2026-12-02T00:00:00Z",
                                     "days":[{"date":"2027-01-01","rule":"OFF","holiday":"元旦"},
                                             {"date":"2027-01-03","rule":"WORK","holiday":"元旦"}]}
                                    """));

            assertThat(days(calendar, "2026-12-01T23:59:59Z")).isEmpty();
            assertThat(days(calendar, "2026-12-02T00:00:00Z"))
                    .containsExactly("2027-01-01 OFF", "2027-01-03 WORK");
            assertThat(texts(admin().get(calendar + "/notices").json(), "source"))
                    .containsExactly("国办发明电〔2026〕9号");
        }

        @Test
        void neverWorksBackwards() {
            Answer late =
                    admin().post(
                                    founded() + "/notices",
                                    """
                                    {"year":2026,"source":"文号","knownFrom":"2026-11-01T00:00:00Z",
                                     "days":[{"date":"2026-12-31","rule":"OFF","holiday":"元旦"}]}
                                    """);

            assertThat(late.text("reason")).isEqualTo("NOTICE_WORKS_BACKWARDS");
        }

        /** As the common calendars of Chinese holidays have it. */
        @Test
        void isReadFromICalendar() {
            String calendar = founded();
            good(
                    imported(
                            calendar,
                            "text/calendar",
                            """
                            BEGIN:VCALENDAR\r
                            VERSION:2.0\r
                            PRODID:-//Holidays//ZH\r
                            BEGIN:VEVENT\r
                            UID:1@holidays\r
                            DTSTART;VALUE=DATE:20270206\r
                            DTEND;VALUE=DATE:20270209\r
                            SUMMARY:春节\r
                              休\r
                            END:VEVENT\r
                            BEGIN:VEVENT\r
                            UID:2@holidays\r
                            DTSTART;VALUE=DATE:20270130\r
                            SUMMARY:春节（班）\r
                            END:VEVENT\r
                            END:VCALENDAR\r
                            """,
                            "?source=notice-1&knownFrom=2026-12-02T00:00:00Z"));

            assertThat(days(calendar, "2026-12-02T00:00:00Z"))
                    .containsExactly(
                            "2027-01-30 WORK",
                            "2027-02-06 OFF",
                            "2027-02-07 OFF",
                            "2027-02-08 OFF");
        }

        /** 2019 and 2020 had two notices each. */
        @ParameterizedTest
        @CsvSource({"csv, text/csv", "ics, text/calendar"})
        void isFoundedFromTheFileOfAnother(String kind, String type) {
            String file = admin().get(CALENDARS + "/cn/days." + kind).http().body();

            good(
                    admin().send(
                                    admin().request(
                                                    CALENDARS
                                                            + "?name="
                                                            + name
                                                            + "&zone=Asia/Shanghai&officeHours=09:00-12:00,13:00-17:00"
                                                            + "&nextNoticeFrom=--12-29")
                                            .header("Content-Type", type)
                                            .POST(BodyPublishers.ofString(file))));

            assertThat(admin().get(CALENDARS + "/" + name + "/notices").json())
                    .isEqualTo(admin().get(CALENDARS + "/cn/notices").json());
            for (String known : List.of("2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z")) {
                String days = "/days?year=2020&knownAt=" + known;
                assertThat(admin().get(CALENDARS + "/" + name + days).json().path("days"))
                        .isEqualTo(admin().get(CALENDARS + "/cn" + days).json().path("days"));
            }
        }

        @ParameterizedTest
        @CsvSource({"csv, text/csv", "ics, text/calendar"})
        void takesAYearOfTwoNoticesAsWhatTheyComeTo(String kind, String type) {
            String file = admin().get(CALENDARS + "/cn/days." + kind + "?year=2020").http().body();
            String calendar = founded();

            good(
                    imported(
                            calendar,
                            type,
                            file,
                            "?year=2020&source=notice-1&knownFrom=2026-12-02T00:00:00Z"));

            assertThat(
                            admin().get(calendar + "/days?year=2020&knownAt=2026-12-02T00:00:00Z")
                                    .json()
                                    .path("days"))
                    .isEqualTo(admin().get(CALENDARS + "/cn/days?year=2020").json().path("days"));
        }

        @Test
        void isFoundedWithWhatTheFileSays() {
            Answer silent =
                    admin().send(
                                    admin().request(
                                                    CALENDARS
                                                            + "?name="
                                                            + name
                                                            + "&zone=Asia/Shanghai&officeHours=09:00-12:00")
                                            .header("Content-Type", "text/csv")
                                            .POST(
                                                    BodyPublishers.ofString(
                                                            "date,rule,holiday\n"
                                                                    + "2027-01-01,off,元旦\n")));

            assertThat(silent.status()).isEqualTo(400);
            assertThat(silent.text("detail")).contains("knownFrom").contains("2027-01-01");
        }

        @Test
        void readsTheDurationOfAnEvent() {
            String calendar = founded();
            good(
                    imported(
                            calendar,
                            "text/calendar",
                            """
                            BEGIN:VCALENDAR
                            BEGIN:VEVENT
                            DTSTART;VALUE=DATE:20270206
                            DURATION:P2D
                            SUMMARY:春节 休
                            END:VEVENT
                            END:VCALENDAR
                            """,
                            "?source=notice-1&knownFrom=2026-12-02T00:00:00Z"));

            assertThat(days(calendar, "2026-12-02T00:00:00Z"))
                    .containsExactly("2027-02-06 OFF", "2027-02-07 OFF");
        }

        @ParameterizedTest
        @CsvSource({"csv, text/csv", "ics, text/calendar"})
        void isExportedAsItIsImported(String kind, String type) {
            String file = admin().get(CALENDARS + "/cn/days." + kind + "?year=2025").http().body();
            String calendar = founded();

            good(
                    imported(
                            calendar,
                            type,
                            file,
                            "?year=2025&source=notice-1&knownFrom=2026-12-02T00:00:00Z"));

            assertThat(
                            admin().get(calendar + "/days?year=2025&knownAt=2026-12-02T00:00:00Z")
                                    .json()
                                    .path("days"))
                    .isEqualTo(admin().get(CALENDARS + "/cn/days?year=2025").json().path("days"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "text/csv | date,rule,holiday\\n2027-01-01,free,元旦 | line 2",
                    "text/csv | date,rule\\n2027-01-01,off | line 1",
                    "text/calendar | hello | line 1",
                    "text/calendar | BEGIN:VCALENDAR\\n"
                            + "BEGIN:VEVENT\\n"
                            + "DTSTART:20270101\\n"
                            + "RDATE:20270103\\n"
                            + "SUMMARY:元旦 休\\n"
                            + "END:VEVENT\\n"
                            + "END:VCALENDAR | RDATE",
                    "text/calendar | BEGIN:VCALENDAR\\n"
                            + "BEGIN:VEVENT\\n"
                            + "DTSTART:20270101\\n"
                            + "DURATION:PT24H\\n"
                            + "SUMMARY:元旦 休\\n"
                            + "END:VEVENT\\n"
                            + "END:VCALENDAR | DURATION",
                    "text/calendar | BEGIN:VCALENDAR\\n"
                            + "BEGIN:VEVENT\\n"
                            + "SUMMARY:元旦 休\\n"
                            + "END:VEVENT\\n"
                            + "END:VCALENDAR | DTSTART",
                    "text/calendar | BEGIN:VCALENDAR\\n"
                            + "BEGIN:VEVENT\\n"
                            + "DTSTART:20270101\\n"
                            + "SUMMARY:元旦\\n"
                            + "END:VEVENT\\n"
                            + "END:VCALENDAR | 休",
                    "text/calendar | BEGIN:VCALENDAR\\n"
                            + "BEGIN:VEVENT\\n"
                            + "DTSTART:20270101\\n"
                            + "SUMMARY:元旦 休 | END:VCALENDAR",
                })
        void tellsWhereAFileIsWrong(String type, String file, String told) {
            String calendar = founded();

            Answer wrong =
                    imported(calendar, type, file.replace("\\n", "\n") + "\n", "?source=notice-1");

            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.text("detail")).contains(told);
            assertThat(admin().get(calendar + "/notices").json().size()).isZero();
        }
    }
}
