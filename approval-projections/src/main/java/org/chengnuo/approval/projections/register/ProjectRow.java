package org.chengnuo.approval.projections.register;

import org.chengnuo.approval.projections.intake.ProjectCard.Code;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A project in the register.
 *
 * @param codes all its project codes, the present one last
 * @param open how many of its filings are on their way: neither decided nor closed
 */
public record ProjectRow(
        String id,
        String name,
        @Nullable String code,
        List<Code> codes,
        @Nullable String enterprise,
        String zone,
        @Nullable String region,
        @Nullable String industry,
        @Nullable String type,
        @Nullable BigDecimal investment,
        @Nullable String edition,
        @Nullable String importId,
        @Nullable String caseId,
        Instant registeredAt,
        long filings,
        long open) {}
