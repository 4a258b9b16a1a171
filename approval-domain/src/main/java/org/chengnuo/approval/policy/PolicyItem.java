package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * An item as one edition has it.
 *
 * @param department who decides
 * @param promised the promised limit 承诺时限
 * @param statutory the statutory limit 法定时限; null where no law sets one
 * @param extension by how much the review may be extended once (Art. 42); null where it may not
 */
public record PolicyItem(
        ItemCode code,
        String chinese,
        String english,
        ItemClass itemClass,
        String department,
        FilingKind kind,
        TimeLimit promised,
        @Nullable TimeLimit statutory,
        @Nullable TimeLimit extension) {}
