package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.api.imports.Sample.refusal;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;

class TimestampsTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource({
        "2011-10-11T13:45:40.276+02:00, 2011-10-11T11:45:40.276Z",
        "2011-10-11T13:45:40.276+0200, 2011-10-11T11:45:40.276Z",
        "2011-10-11T13:45:40Z, 2011-10-11T13:45:40Z",
        "2011-10-11T13:45:40.1234569Z, 2011-10-11T13:45:40.123456Z",
        "2011-10-11T13:45:40, 2011-10-11T11:45:40Z",
        "2011-10-11 13:45, 2011-10-11T11:45:00Z",
        "2011-12-11 13:45:40, 2011-12-11T12:45:40Z",
        "2011-10-11, 2011-10-10T22:00:00Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z"
    })
    void iso_8601_is_read_local_times_in_the_zone_of_the_mapping(String text, String instant) {
        assertThat(Timestamps.of(null, AMSTERDAM, false).read(text, 1)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11-10-2011", "2011-02-30T00:00:00Z", "2011-10-11T25:00:00Z",
                        "2011-10-11T13:45:40X",
                "2011-10-11T13:45.5", "2011-10-11T", "1318333540", "+12011-10-11T00:00:00Z"
            })
    void anything_else_is_refused(String text) {
        assertThat(refusal(() -> Timestamps.of(null, AMSTERDAM, false).read(text, 3)).reason())
                .isEqualTo(Reason.BAD_TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "2011-10-11T13:45:40.276+02:00, 2011-10-11T11:45:40.276Z",
        "2011-10-11T13:45:40Z, 2011-10-11T11:45:40Z",
        "2011-12-11T13:45:40Z, 2011-12-11T12:45:40Z"
    })
    void an_offset_that_is_known_to_be_wrong_is_dropped(String text, String instant) {
        assertThat(Timestamps.of(null, AMSTERDAM, true).read(text, 1)).isEqualTo(instant);
    }

    @Test
    void a_local_time_that_occurs_twice_is_the_first_of_the_two() {
        assertThat(Timestamps.of(null, AMSTERDAM, false).read("2012-10-28T02:30:00", 1))
                .isEqualTo("2012-10-28T00:30:00Z");
    }

    @Test
    void a_local_time_that_never_was_is_refused() {
        ImportRefused refused =
                refusal(() -> Timestamps.of(null, AMSTERDAM, false).read("2012-03-25T02:30:00", 9));

        assertThat(refused.reason()).isEqualTo(Reason.NO_SUCH_LOCAL_TIME);
        assertThat(refused.inEnglish()).contains("Line 9", "Europe/Amsterdam");
    }

    @Test
    void a_pattern_is_strict_about_days_and_never_guesses_the_half_of_the_day() {
        assertThat(Timestamps.of("d/M/yyyy h:mm a", AMSTERDAM, false).read("1/12/2014 9:30 pm", 1))
                .isEqualTo("2014-12-01T20:30:00Z");
        assertThat(
                        refusal(
                                        () ->
                                                Timestamps.of("dd-MM-yyyy", AMSTERDAM, false)
                                                        .read("31-11-2014", 1))
                                .reason())
                .isEqualTo(Reason.BAD_TIMESTAMP);
        assertThat(
                        refusal(
                                        () ->
                                                Timestamps.of("d/M/yyyy h:mm", AMSTERDAM, false)
                                                        .read("1/12/2014 9:30", 1))
                                .reason())
                .isEqualTo(Reason.BAD_TIMESTAMP);
    }
}
