package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;

import java.util.List;

/**
 * Findings, page by page, the gravest first.
 *
 * @param n how many there are on all pages
 * @param position up to which the journal was looked at
 */
public record ConductFindings(
        Bilingual caution, Scope scope, Position position, long n, List<Finding> findings) {

    public ConductFindings {
        findings = List.copyOf(findings);
    }
}
