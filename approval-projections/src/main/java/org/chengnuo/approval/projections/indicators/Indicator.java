package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing by which the reform is measured.
 *
 * @param code as in {@code on-time}
 * @param counted how its value follows from what it counts
 * @param unit of its numerator and denominator: {@code 1}, {@code ms}, or {@code limit} where each
 *     figure names the unit of its limits: days, or for hours milliseconds
 */
public record Indicator(
        String code,
        Subject subject,
        Counted counted,
        String unit,
        Bilingual title,
        Bilingual definition,
        Bilingual formula,
        Bilingual caution,
        Bilingual period,
        Rows rows) {

    /** How a value follows from the sums. */
    public enum Counted {
        /** Numerator by denominator. */
        SHARE,
        /** One less the share. */
        COMPLEMENT,
        /** The numerator by how many there are, in seconds. */
        MEAN
    }

    /**
     * What it is counted from: a statement with the keys, {@code unit}, {@code project}, {@code
     * filing}, {@code piece}, {@code num} and {@code den}.
     */
    interface Rows {
        Sql in(Scope scope) throws SQLException;
    }

    private static final List<Indicator> ALL =
            Stream.of(
                            FilingIndicators.all(),
                            CatalogueIndicators.all(),
                            ActIndicators.all(),
                            ProjectIndicators.all())
                    .flatMap(List::stream)
                    .toList();

    /** All that there are. */
    public static List<Indicator> all() {
        return ALL;
    }

    /**
     * @throws IllegalArgumentException if there is none of that code; it lists those that there are
     */
    public static Indicator of(String code) {
        return ALL.stream()
                .filter(indicator -> indicator.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "an indicator is one of %s, not «%.64s»"
                                                .formatted(
                                                        ALL.stream()
                                                                .map(Indicator::code)
                                                                .collect(Collectors.joining(", ")),
                                                        code)));
    }

    /** In which time it counts, as the end of its code says; null if it counts no time. */
    public @Nullable Clock clock() {
        return Stream.of(Clock.values())
                .filter(clock -> code.endsWith("-" + clock.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** All of several kinds, each under a code of its own. */
    static <A> List<Indicator> each(A[] kinds, Function<A, Indicator> indicator) {
        return Stream.of(kinds).map(indicator).toList();
    }
}
