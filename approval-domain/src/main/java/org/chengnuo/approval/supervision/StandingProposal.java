package org.chengnuo.approval.supervision;

import org.chengnuo.approval.project.ProjectId;

import java.time.Instant;

/**
 * A credit proposal for a false commitment that stands: not taken back on objection, and the credit
 * not repaired. While there is one, its enterprise cannot commit again, in no project.
 *
 * @param document the number of its legally effective document
 */
public record StandingProposal(
        ProjectId project, int proposal, Instant proposed, String document) {}
