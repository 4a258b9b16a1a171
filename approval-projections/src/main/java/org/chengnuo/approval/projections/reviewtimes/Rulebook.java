package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyEdition;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * By which rules facts are counted.
 *
 * @param calendars finds a working calendar by its name, and throws if there is none
 * @param policies all that are published
 */
public record Rulebook(Function<String, WorkingCalendar> calendars, Supplier<Policies> policies) {

    WorkingCalendar calendar(String name) {
        return calendars.apply(name);
    }

    /** Empty for a project of an imported log, whose edition is a mapping. */
    Optional<PolicyEdition> edition(@Nullable String name) {
        return name == null ? Optional.empty() : policies.get().edition(name);
    }
}
