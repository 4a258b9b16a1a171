package org.chengnuo.approval.api.filing;

import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyItem;
import org.jspecify.annotations.Nullable;

/**
 * A filing as the journal has it now.
 *
 * @param version of its project, for {@code If-Match}
 */
record FilingView(
        FilingHistory filing,
        String stateEn,
        String stateZh,
        @Nullable String itemEn,
        @Nullable String itemZh,
        long version) {

    static FilingView of(FilingHistory history, long version, Policies policies) {
        PolicyItem item = policies.item(history.item()).orElse(null);
        return new FilingView(
                history,
                history.state().english(),
                history.state().chinese(),
                item == null ? null : item.english(),
                item == null ? null : item.chinese(),
                version);
    }
}
