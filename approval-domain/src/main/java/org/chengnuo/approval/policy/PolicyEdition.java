package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.WarningThresholds;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One edition of the policy. What is running keeps what was frozen at its acceptance; a later
 * edition never touches it.
 *
 * @param name as in {@code 2021}
 * @param inForceFrom from this moment on projects are registered under this edition
 * @param calendar the name of the working calendar by which its limits count
 * @param correctionWindow working days for the one correction notice (Art. 32)
 * @param lateEntryAfter what is entered later than this after it happened is a late entry 补录
 */
public record PolicyEdition(
        String name,
        Instant inForceFrom,
        String calendar,
        int correctionWindow,
        Duration lateEntryAfter,
        WarningThresholds warnings,
        List<PolicyItem> items) {

    public PolicyEdition {
        items = List.copyOf(items);
        Map<ItemCode, PolicyItem> byCode = LinkedHashMap.newLinkedHashMap(items.size());
        for (PolicyItem item : items) {
            if (byCode.put(item.code(), item) != null) {
                throw new IllegalArgumentException(
                        "edition %s has the item %s twice".formatted(name, item.code()));
            }
        }
    }

    public Optional<PolicyItem> item(ItemCode code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
