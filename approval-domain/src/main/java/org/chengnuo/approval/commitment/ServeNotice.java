package org.chengnuo.approval.commitment;

import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * 告知: the authority tells the enterprise in writing the standard, the duties and the liability. A
 * commitment begins with it.
 *
 * @param items that may be committed to on this standard
 * @param standard the version of the standard, of the project's edition
 * @param notice the number of the written notice
 */
public record ServeNotice(
        ProjectId project,
        Instant occurredAt,
        List<ItemCode> items,
        String standard,
        @Nullable String notice)
        implements ProjectCommand {

    public ServeNotice {
        items = List.copyOf(items);
    }
}
