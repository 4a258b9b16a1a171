package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an edition says, as it is drafted and then published.
 *
 * @param calendar the name of the working calendar by which its limits count
 * @param correctionWindow working days for the one correction notice (ALL Art. 32)
 * @param answerWindow in which the applicant answers a correction; null where none is set
 * @param lateEntryAfter what is entered later than this after it happened is a late entry 补录
 * @param deemedBySilence 超时默认: a review past its limit counts as granted by silence; off unless a
 *     local policy says so
 */
public record PolicyContent(
        String calendar,
        int correctionWindow,
        @Nullable TimeLimit answerWindow,
        Duration lateEntryAfter,
        WarningThresholds warnings,
        Publicity publicity,
        boolean deemedBySilence,
        List<PolicyItem> items,
        List<Standard> standards,
        List<EligibilityRule> eligibility,
        List<CreditMeasure> creditMeasures) {

    public PolicyContent {
        items = List.copyOf(items);
        standards = List.copyOf(standards);
        eligibility = List.copyOf(eligibility);
        creditMeasures = List.copyOf(creditMeasures);
    }

    public Optional<PolicyItem> item(ItemCode code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    public Optional<Standard> standard(String version) {
        return standards.stream()
                .filter(standard -> standard.version().equals(version))
                .findFirst();
    }

    public Optional<CreditMeasure> creditMeasure(String code) {
        return creditMeasures.stream().filter(measure -> measure.code().equals(code)).findFirst();
    }
}
