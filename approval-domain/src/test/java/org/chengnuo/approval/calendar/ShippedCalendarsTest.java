package org.chengnuo.approval.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.function.Function;

class ShippedCalendarsTest {

    /** Beside the project; the tests run in the directory of their module. */
    private static final Path INDEPENDENT_DATA =
            Path.of("../../shared/data/holidays-2016-2026.csv");

    @Test
    void areFoundByName() {
        assertThat(ShippedCalendars.names()).containsExactly("cn", "mon-fri-7-17-amsterdam");
        assertThat(ShippedCalendars.named("cn").zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(ShippedCalendars.named("cn").officeHours())
                .hasToString("[09:00-12:00, 13:00-17:00]");
        assertThat(ShippedCalendars.named("cn").editions()).hasSize(13);
        assertThat(ShippedCalendars.named("mon-fri-7-17-amsterdam").officeHours())
                .hasToString("[07:00-17:00]");
    }

    @Test
    void anUnknownNameTellsThoseThatThereAre() {
        assertThatThrownBy(() -> ShippedCalendars.named("moon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no calendar «moon», only cn, mon-fri-7-17-amsterdam");
    }

    @Test
    void everyDayAgreesWithTheIndependentData() throws Exception {
        assumeTrue(
                Files.exists(INDEPENDENT_DATA),
                () -> "skipped: there is no independent data at " + INDEPENDENT_DATA);
        var expected = new HashMap<LocalDate, DayRule>();
        Files.readAllLines(INDEPENDENT_DATA).stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(
                        day -> {
                            int noticeYear = Integer.parseInt(day[4]);
                            expected.put(
                                    LocalDate.parse(day[0]),
                                    switch (day[2]) {
                                        case "OFF" -> new DayRule.DayOff(day[3], noticeYear);
                                        case "MAKEUP_WORK" ->
                                                new DayRule.MakeUpWork(day[3], noticeYear);
                                        default -> throw new AssertionError(day[2]);
                                    });
                        });
        var cn = ShippedCalendars.named("cn");
        for (var day = LocalDate.of(2016, 1, 1);
                day.isBefore(LocalDate.of(2026, 12, 29));
                day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            DayRule usual = weekend ? new DayRule.Weekend(false) : new DayRule.Weekday(false);
            DayRule rule = expected.getOrDefault(day, usual);
            assertThat(cn.ruleOf(day)).as("%s", day).isEqualTo(rule);
            assertThat(cn.isWorkingDay(day)).as("%s", day).isEqualTo(rule.works());
        }
        assertThat(expected).hasSizeGreaterThan(350);
    }

    @Test
    void aMalformedLineIsNamedByFileAndLine() {
        String header = "# a comment\ndate,rule,holiday,notice_year,known_from\n";
        assertMalformed(
                header + "2027-01-01,free,元旦,2027,2026-11-20T00:00:00+08:00",
                "n.csv, line 3: the rule is off or work, not free: «2027-01-01,free,");
        assertMalformed(
                header + "2027-01-01,off,元旦,2027,2026-11-20T00:00:00+08:00\n\n2027-02-30,off,",
                "n.csv, line 5: 5 fields are expected: «2027-02-30,off,»");
        assertMalformed(
                header + "2027-02-30,off,春节,2027,2026-11-20T00:00:00+08:00",
                "n.csv, line 3: Text '2027-02-30' could not be parsed");
        assertMalformed(
                header + "2027-01-01,off,,2027,2026-11-20T00:00:00+08:00",
                "n.csv, line 3: no holiday");
        assertMalformed(
                header
                        + "2027-01-01,off,元旦,2027,2026-11-20T00:00:00+08:00\n"
                        + "2027-01-01,work,元旦,2027,2026-11-20T00:00:00+08:00",
                "n.csv, line 4: a second rule for the day in one edition");
        assertMalformed("date,rule\n", "n.csv, line 1: the columns are [date, rule, holiday,");
    }

    @Test
    void aMalformedCalendarIsNamedByFileAndLine() {
        assertThatThrownBy(
                        () ->
                                CalendarFiles.readCalendars(
                                        "c.csv",
                                        file ->
                                                new StringReader(
                                                        """
                                                        name,zone,office_hours,notices,next_notice_from
                                                        a,Europe/Paris,12:00-09:00,,
                                                        """)))
                .hasMessageContaining("c.csv, line 2: office hours end after they begin");
    }

    /** What is shipped never changes: another day is another notice, which is published. */
    @ParameterizedTest
    @CsvSource({
        "calendars.csv, 20b876aefc451923c91fa0f3c9cd6036a22483befb7de4bd6f715ed3881bc767",
        "cn.csv, 947b4bccf0165629d2d2170e35951af2e2be0c483a8d8d5fc9c3ea055bfedfa6"
    })
    void aShippedFileNeverChanges(String file, String hash) throws Exception {
        try (var in = ShippedCalendars.class.getResourceAsStream(file)) {
            assertThat(in).isNotNull();
            assertThat(
                            java.util.HexFormat.of()
                                    .formatHex(
                                            java.security.MessageDigest.getInstance("SHA-256")
                                                    .digest(in.readAllBytes())))
                    .isEqualTo(hash);
        }
    }

    private static void assertMalformed(String content, String message) {
        Function<String, Object> read =
                file -> CalendarFiles.readNotices(file, new StringReader(content));
        assertThatThrownBy(() -> read.apply("n.csv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }
}
