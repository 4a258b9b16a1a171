package org.chengnuo.approval.api.journal;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.project.InvestmentProject.RejectedAct;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a command has come to.
 *
 * @param version of the project, or of another story of the journal: how many events it has, less
 *     one
 * @param nextDue when something happens next in the project by itself
 * @param rejected of an imported log, the acts that were not in turn
 */
public record Recorded(
        long version,
        List<? extends JournalEvent> events,
        List<RejectedAct> rejected,
        Optional<Instant> nextDue) {}
