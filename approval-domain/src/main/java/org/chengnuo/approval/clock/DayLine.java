package org.chengnuo.approval.clock;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * One line of the explanation: a day, or consecutive days to which the same rule applies. For
 * hours, a day has a line for each rule that applies to a part of it.
 *
 * @param holiday the holiday's name, on a day off or a make-up working day
 * @param stop the stop that this is about, if it is about one
 * @param provisional the notice that covers these days is not known yet
 * @param counted what these days add
 * @param total the running number: all that is counted up to and including these days
 */
public record DayLine(
        LocalDate from,
        LocalDate to,
        CountingRule rule,
        @Nullable String holiday,
        @Nullable Stop stop,
        boolean provisional,
        Amount counted,
        Amount total) {

    /** The rule with the holiday's name or the stop's ground and notice. */
    public String chinese() {
        return rule.chinese()
                + (holiday == null ? "" : "（" + holiday + "）")
                + (stop == null
                        ? ""
                        : "（" + stop.ground().chinese() + "，告知书" + stop.notice() + "）");
    }

    /** The rule with the holiday's name or the stop's ground and notice. */
    public String english() {
        return rule.english()
                + (holiday == null ? "" : " (" + holiday + ")")
                + (stop == null ? "" : " (" + stop.ground() + ", notice " + stop.notice() + ")");
    }
}
