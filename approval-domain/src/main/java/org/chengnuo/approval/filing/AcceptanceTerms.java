package org.chengnuo.approval.filing;

import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * What is frozen into a filing at its acceptance. No later change of the catalogue touches it.
 *
 * @param promised the promised limit 承诺时限
 * @param statutory the statutory limit 法定时限; null where no law sets one
 * @param extension the longest extension that the law allows (Art. 42); null where it allows none
 * @param calendar the working calendar by which the limits count
 * @param edition the policy edition, or the mapping of an imported log
 * @param standard the version of the standard text by which the filing is reviewed
 */
public record AcceptanceTerms(
        FilingKind kind,
        TimeLimit promised,
        @Nullable TimeLimit statutory,
        @Nullable TimeLimit extension,
        String calendar,
        String edition,
        String standard,
        WarningThresholds warnings,
        Duration lateEntryAfter) {

    static AcceptanceTerms of(PolicyItem item, PolicyEdition edition) {
        return new AcceptanceTerms(
                item.kind(),
                item.promised(),
                item.statutory(),
                item.extension(),
                edition.calendar(),
                edition.name(),
                item.code() + "@" + edition.name(),
                edition.warnings(),
                edition.lateEntryAfter());
    }
}
