package org.chengnuo.approval.projections.whatif;

import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is supposed to have been otherwise, all of it at once; what is null or false stays as it
 * was.
 *
 * @param calendar by whose days all filings count, in place of their own
 * @param calendarKnownAt the calendar as it was known then, in place of the decision
 * @param promised in place of the promised limit
 * @param statutory in place of the statutory limit, of filings that have one
 * @param grounds only stops on these grounds count; none of them, if it is empty
 * @param withoutExtension the extension does not count
 * @param deemedAcceptance what was accepted later than five working days after its receipt counts
 *     as accepted from then, if no correction was asked by then (ALL Art. 32)
 */
public record Supposition(
        @Nullable String calendar,
        @Nullable Instant calendarKnownAt,
        @Nullable TimeLimit promised,
        @Nullable TimeLimit statutory,
        @Nullable Set<StopGround> grounds,
        boolean withoutExtension,
        boolean deemedAcceptance) {

    /** Nothing is otherwise. */
    public static final Supposition NONE =
            new Supposition(null, null, null, null, null, false, false);

    public Supposition {
        if (grounds != null) {
            var sorted = EnumSet.noneOf(StopGround.class);
            sorted.addAll(grounds);
            grounds = Collections.unmodifiableSet(sorted);
        }
    }

    public Supposition byCalendar(@Nullable String name) {
        return new Supposition(
                name,
                calendarKnownAt,
                promised,
                statutory,
                grounds,
                withoutExtension,
                deemedAcceptance);
    }

    public Supposition byCalendarAsKnownAt(@Nullable Instant moment) {
        return new Supposition(
                calendar, moment, promised, statutory, grounds, withoutExtension, deemedAcceptance);
    }

    public Supposition within(
            @Nullable TimeLimit otherPromised, @Nullable TimeLimit otherStatutory) {
        return new Supposition(
                calendar,
                calendarKnownAt,
                otherPromised,
                otherStatutory,
                grounds,
                withoutExtension,
                deemedAcceptance);
    }

    public Supposition stoppedOnlyBy(@Nullable Set<StopGround> others) {
        return new Supposition(
                calendar,
                calendarKnownAt,
                promised,
                statutory,
                others,
                withoutExtension,
                deemedAcceptance);
    }

    public Supposition withoutStops() {
        return stoppedOnlyBy(Set.of());
    }

    public Supposition withoutExtension(boolean without) {
        return new Supposition(
                calendar, calendarKnownAt, promised, statutory, grounds, without, deemedAcceptance);
    }

    public Supposition withDeemedAcceptance(boolean deemed) {
        return new Supposition(
                calendar, calendarKnownAt, promised, statutory, grounds, withoutExtension, deemed);
    }

    @Nullable TimeLimit of(Limit limit) {
        return limit == Limit.PROMISED ? promised : statutory;
    }

    /** Each thing that is supposed. */
    public List<Bilingual> words() {
        var words = new ArrayList<Bilingual>();
        if (calendar != null) {
            words.add(
                    new Bilingual(
                            "all days count by the calendar «%s»".formatted(calendar),
                            "一律按工作日历“%s”计算".formatted(calendar)));
        }
        if (calendarKnownAt != null) {
            words.add(
                    new Bilingual(
                            "the calendar is taken as it was known at %s, not at the decision"
                                    .formatted(calendarKnownAt),
                            "工作日历以%s时已公布的为准，而非以办结时为准".formatted(calendarKnownAt)));
        }
        if (promised != null) {
            words.add(
                    new Bilingual(
                            "the promised limit is %d %s"
                                    .formatted(promised.amount(), promised.unit().english()),
                            "承诺时限为%d个%s".formatted(promised.amount(), promised.unit().chinese())));
        }
        if (statutory != null) {
            words.add(
                    new Bilingual(
                            "the statutory limit, where there is one, is %d %s"
                                    .formatted(statutory.amount(), statutory.unit().english()),
                            "有法定时限的，法定时限为%d个%s"
                                    .formatted(statutory.amount(), statutory.unit().chinese())));
        }
        if (grounds != null) {
            words.add(
                    grounds.isEmpty()
                            ? new Bilingual("no stop counts", "特别程序一律不扣除")
                            : new Bilingual(
                                    "only these stops count: "
                                            + grounds.stream()
                                                    .map(Supposition::english)
                                                    .collect(Collectors.joining(", ")),
                                    "仅扣除以下特别程序："
                                            + grounds.stream()
                                                    .map(StopGround::chinese)
                                                    .collect(Collectors.joining("、"))));
        }
        if (withoutExtension) {
            words.add(new Bilingual("the extension does not count", "延期不计"));
        }
        if (deemedAcceptance) {
            words.add(
                    new Bilingual(
                            "what was accepted later than five working days after its receipt, with"
                                    + " no correction asked by then, counts as accepted from the"
                                    + " receipt (Administrative Licensing Law, Art. 32)",
                            "接件后五个工作日内未一次告知补正而逾期受理的，自收到之日起即为受理（行政许可法第三十二条）"));
        }
        return List.copyOf(words);
    }

    private static String english(StopGround ground) {
        return ground.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
