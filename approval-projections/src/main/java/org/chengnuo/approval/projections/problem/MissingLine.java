package org.chengnuo.approval.projections.problem;

import org.chengnuo.approval.construction.Missing;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.jspecify.annotations.Nullable;

/**
 * Something without which construction may not start, and what is to be done about it.
 *
 * @param item null where it is the land itself
 * @param parcel null where it concerns the whole project
 */
public record MissingLine(
        @Nullable ItemCode item,
        String nameEn,
        String nameZh,
        @Nullable ItemClass itemClass,
        @Nullable String itemClassZh,
        @Nullable ParcelCode parcel,
        Missing.NextStep nextStep,
        String nextStepEn,
        String nextStepZh) {

    public static MissingLine of(Missing missing) {
        ItemCode code = missing.item();
        PolicyItem item = code == null ? null : named(code);
        String other = code == null ? null : code.toString();
        ItemClass itemClass = missing.itemClass();
        return new MissingLine(
                code,
                item != null ? item.english() : other != null ? other : "Land supply",
                item != null ? item.chinese() : other != null ? other : "供地",
                itemClass,
                itemClass == null ? null : itemClass.chinese(),
                missing.parcel(),
                missing.nextStep(),
                missing.nextStep().english(),
                missing.nextStep().chinese());
    }

    private static @Nullable PolicyItem named(ItemCode code) {
        return ShippedPolicies.all().reversed().stream()
                .flatMap(edition -> edition.item(code).stream())
                .findFirst()
                .orElse(null);
    }
}
