package org.chengnuo.approval.projections.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Times as exports write them: ISO 8601 in UTC with the offset, at least to the millisecond. */
final class Utc {

    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
                    .appendOffset("+HH:MM", "+00:00")
                    .toFormatter()
                    .withZone(ZoneOffset.UTC);

    private Utc() {}

    static String of(Instant time) {
        return FORM.format(time);
    }
}
