package org.chengnuo.approval;

import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Validity;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/** The edition of 2018 as a place could have changed it, in force since then. */
public record LocalEdition(
        @Nullable TimeLimit answerWindow,
        boolean deemedBySilence,
        @Nullable TimeLimit promised,
        boolean withStatutory,
        Set<StopGround> grounds) {

    /** Nothing is changed. */
    public static LocalEdition unchanged() {
        return new LocalEdition(null, false, null, true, EnumSet.allOf(StopGround.class));
    }

    /** The applicant has a time to answer a correction. */
    public LocalEdition answeredWithin(TimeLimit window) {
        return new LocalEdition(window, deemedBySilence, promised, withStatutory, grounds);
    }

    /** 超时默认. */
    public LocalEdition bySilence() {
        return new LocalEdition(answerWindow, true, promised, withStatutory, grounds);
    }

    /** All items within this. */
    public LocalEdition promising(TimeLimit limit) {
        return new LocalEdition(answerWindow, deemedBySilence, limit, withStatutory, grounds);
    }

    /** As if no law set a limit to any item. */
    public LocalEdition withoutStatutoryLimits() {
        return new LocalEdition(answerWindow, deemedBySilence, promised, false, grounds);
    }

    public LocalEdition without(StopGround ground) {
        var fewer = EnumSet.copyOf(grounds);
        fewer.remove(ground);
        return new LocalEdition(answerWindow, deemedBySilence, promised, withStatutory, fewer);
    }

    public PolicyEdition edition() {
        PolicyEdition shipped = ShippedPolicies.named("2018");
        PolicyContent old = shipped.content();
        return new PolicyEdition(
                "local-2018",
                Validity.from(shipped.inForceFrom()),
                new PolicyContent(
                        old.calendar(),
                        old.correctionWindow(),
                        answerWindow,
                        old.lateEntryAfter(),
                        old.warnings(),
                        old.publicity(),
                        deemedBySilence,
                        old.items().stream().map(this::changed).toList(),
                        old.standards(),
                        old.eligibility(),
                        old.creditMeasures()));
    }

    private PolicyItem changed(PolicyItem item) {
        return new PolicyItem(
                item.code(),
                item.chinese(),
                item.english(),
                item.itemClass(),
                item.exceptions(),
                item.department(),
                item.kind(),
                promised == null ? item.promised() : promised,
                withStatutory ? item.statutory() : null,
                item.extension(),
                item.beforeStart(),
                grounds);
    }
}
