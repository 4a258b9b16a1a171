package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.api.demo.Step.Person;
import org.chengnuo.approval.supervision.SupervisionCommand.DecideProposalObjection;
import org.chengnuo.approval.supervision.SupervisionCommand.ObjectToProposal;
import org.chengnuo.approval.supervision.SupervisionCommand.RepairCredit;

import java.time.Instant;
import java.util.List;

/** What becomes of a credit proposal. */
final class CreditStory extends Story {

    private final Person applicant;
    private final Person supervisor;
    private final int proposal;

    private boolean stands = true;

    CreditStory(
            Draw draw,
            Zone zone,
            Person applicant,
            Person supervisor,
            int proposal,
            Instant begins,
            Instant notEnteredBefore,
            List<Step> steps) {
        super(draw, zone, 0, begins, notEnteredBefore, steps);
        this.applicant = applicant;
        this.supervisor = supervisor;
        this.proposal = proposal;
    }

    void write() {
        if (draw.chance(0.5)) {
            work(4, 0.5);
            Instant objected = now;
            atOnce(
                    applicant,
                    e -> new ObjectToProposal(e.project(), objected, proposal, "延误系不可抗力所致，且已完成整改"));
            work(7, 0.4);
            boolean upheld = draw.chance(0.35);
            Instant decided = now;
            atOnce(
                    supervisor,
                    e ->
                            new DecideProposalObjection(
                                    e.project(),
                                    decided,
                                    proposal,
                                    upheld,
                                    upheld ? "异议成立" : "异议不成立，维持原建议"));
            if (upheld) {
                stands = false;
                return;
            }
        }
        if (draw.chance(0.6)) {
            stands = false;
            work(45, 0.4);
            Instant repaired = now;
            atOnce(
                    supervisor,
                    e ->
                            new RepairCredit(
                                    e.project(),
                                    repaired,
                                    proposal,
                                    e.papers().next(zone, "信修", repaired)));
        }
    }

    /** Whether it has neither been set aside nor repaired in the end. */
    boolean stands() {
        return stands;
    }
}
