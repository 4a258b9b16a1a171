package org.chengnuo.approval.projections.register;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A filing in the register. Codes are the domain's names, limits are written as in {@code 20 WD}.
 *
 * @param stops how many special procedures there have been
 * @param openedAt its first act: the receipt, or the first row of an imported log
 * @param lastPosition of the last event that is in this row
 */
public record FilingRow(
        String id,
        String projectId,
        int number,
        String projectName,
        String zone,
        String item,
        String itemClass,
        String center,
        String state,
        @Nullable String kind,
        boolean imported,
        @Nullable String importId,
        @Nullable String caseId,
        String calendar,
        @Nullable String edition,
        @Nullable String promised,
        @Nullable String statutory,
        @Nullable String extension,
        @Nullable String outcome,
        boolean deemed,
        int stops,
        Instant openedAt,
        @Nullable Instant receivedAt,
        @Nullable Instant correctionRequestedAt,
        @Nullable Instant correctionAnsweredAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant closedAt,
        @Nullable Instant revokedAt,
        Instant lastActAt,
        Instant lastRecordedAt,
        String lastPosition) {}
