package org.chengnuo.approval.filing;

import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * 接件: the service center receives a filing, and the project gives it its number.
 *
 * @param receipt the number of the dated receipt
 */
public record ReceiveFiling(
        ProjectId project,
        Instant occurredAt,
        ItemCode item,
        CenterCode center,
        @Nullable String receipt)
        implements ProjectCommand {}
