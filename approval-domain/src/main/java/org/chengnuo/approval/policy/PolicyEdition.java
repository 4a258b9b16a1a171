package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One published edition of the policy 政策版本. What is running keeps what was frozen at its
 * acceptance; a later edition never touches it.
 *
 * @param name as in {@code 2021}
 */
public record PolicyEdition(String name, Validity validity, PolicyContent content) {

    /** From this moment on projects are registered under this edition. */
    public Instant inForceFrom() {
        return validity.from();
    }

    public String calendar() {
        return content.calendar();
    }

    public int correctionWindow() {
        return content.correctionWindow();
    }

    public Duration lateEntryAfter() {
        return content.lateEntryAfter();
    }

    public WarningThresholds warnings() {
        return content.warnings();
    }

    /** How long a commitment is shown to the public. */
    public TimeLimit publicityLength() {
        return content.publicity().length();
    }

    public List<PolicyItem> items() {
        return content.items();
    }

    public Optional<PolicyItem> item(ItemCode code) {
        return content.item(code);
    }
}
