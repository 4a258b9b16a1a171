package org.chengnuo.approval.project;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentCommand.WithdrawCommitment;
import org.chengnuo.approval.construction.ConstructionCommand.ReportCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportMilestone;
import org.chengnuo.approval.construction.ConstructionCommand.ReportProduction;
import org.chengnuo.approval.construction.ConstructionCommand.ReportStart;
import org.chengnuo.approval.filing.FilingCommand.AnswerCorrection;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.project.ProjectCommand.EndEntrustment;
import org.chengnuo.approval.project.ProjectCommand.EntrustAgent;
import org.chengnuo.approval.project.ProjectEvent.AgentEntrusted;
import org.chengnuo.approval.project.ProjectEvent.EntrustmentEnded;
import org.chengnuo.approval.supervision.SupervisionCommand.ObjectToProposal;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The agents 代办员 whom the enterprise has entrusted, each in writing, with a scope and for a time.
 *
 * @param all in the order of their numbers, from 1
 */
record Entrustments(List<Entrustment> all) {

    static final Entrustments NONE = new Entrustments(List.of());

    /**
     * @param ended null while it has not been ended before its time
     */
    record Entrustment(AgentEntrusted given, @Nullable Instant ended) {

        boolean isInForce(Instant moment) {
            return !moment.isBefore(given.from())
                    && moment.isBefore(given.until())
                    && (ended == null || moment.isBefore(ended));
        }
    }

    Entrustments {
        all = List.copyOf(all);
    }

    /** Civil Code Art. 165: the written entrustment names the agent, the scope and the time. */
    AgentEntrusted entrust(EntrustAgent command) throws Refusal {
        String document =
                Refusal.ifMissing(command.document(), Reason.ENTRUSTMENT_DOCUMENT_MISSING);
        String agent = Refusal.ifMissing(command.agent(), Reason.AGENT_MISSING);
        if (command.scope().isEmpty()) {
            throw new Refusal(Reason.ENTRUSTMENT_SCOPE_MISSING, "scope is empty");
        }
        if (!command.from().isBefore(command.until())) {
            throw new Refusal(
                    Reason.ENTRUSTMENT_PERIOD_WRONG,
                    "from %s is not before until %s".formatted(command.from(), command.until()));
        }
        return new AgentEntrusted(
                command.project(),
                command.occurredAt(),
                all.size() + 1,
                agent,
                command.from(),
                command.until(),
                command.scope(),
                document);
    }

    /** Civil Code Art. 173: the enterprise may take its entrustment back at any time. */
    EntrustmentEnded end(EndEntrustment command) throws Refusal {
        int number = command.entrustment();
        if (number < 1 || number > all.size()) {
            throw new Refusal(
                    Reason.ENTRUSTMENT_UNKNOWN,
                    "the project has %d entrustments, and no number %d"
                            .formatted(all.size(), number));
        }
        Entrustment entrustment = all.get(number - 1);
        if (entrustment.ended() != null) {
            throw new Refusal(
                    Reason.ENTRUSTMENT_ENDED, "it was ended at %s".formatted(entrustment.ended()));
        }
        Instant entrusted = entrustment.given().occurredAt();
        if (command.occurredAt().isBefore(entrusted)) {
            throw new Refusal(
                    Reason.BEFORE_PRECEDING_ACT,
                    "occurredAt %s is before the entrustment of %s"
                            .formatted(command.occurredAt(), entrusted));
        }
        return new EntrustmentEnded(
                command.project(), command.occurredAt(), number, command.reason());
    }

    Entrustments with(AgentEntrusted event) {
        var longer = new ArrayList<>(all);
        longer.add(new Entrustment(event, null));
        return new Entrustments(longer);
    }

    Entrustments with(EntrustmentEnded event) {
        int index = event.entrustment() - 1;
        if (index < 0 || index >= all.size()) {
            return this;
        }
        var changed = new ArrayList<>(all);
        changed.set(index, new Entrustment(all.get(index).given(), event.occurredAt()));
        return new Entrustments(changed);
    }

    /**
     * Civil Code Art. 171: who acts for the enterprise is entrusted with the act, when it happened
     * and still when it is entered.
     */
    void entrustedAgent(ProjectCommand command, Circumstances circumstances) throws Refusal {
        String agent = circumstances.agent();
        if (agent == null) {
            return;
        }
        AgentScope scope = scopeOf(command);
        if (scope == null) {
            throw notForAnAgent(command, agent);
        }
        boolean entrusted =
                all.stream()
                        .filter(one -> one.given().agent().equals(agent))
                        .filter(one -> one.given().scope().contains(scope))
                        .anyMatch(
                                one ->
                                        one.isInForce(command.occurredAt())
                                                && one.isInForce(circumstances.now()));
        if (!entrusted) {
            throw new Refusal(
                    Reason.AGENT_NOT_ENTRUSTED,
                    "no entrustment of %s with %s is in force at %s and at %s"
                            .formatted(agent, scope, command.occurredAt(), circumstances.now()));
        }
    }

    static Refusal notForAnAgent(ProjectCommand command, String agent) {
        return new Refusal(
                Reason.NOT_FOR_AN_AGENT,
                "%s by the agent %s".formatted(command.getClass().getSimpleName(), agent));
    }

    /** The scope that an agent needs for the act; null where it is not for an agent. */
    static @Nullable AgentScope scopeOf(ProjectCommand command) {
        if (command instanceof ReceiveFiling
                || command instanceof AnswerCorrection
                || command instanceof WithdrawFiling) {
            return AgentScope.FILINGS;
        }
        if (command instanceof SubmitLetter
                || command instanceof WithdrawCommitment
                || command instanceof ObjectToProposal) {
            return AgentScope.COMMITMENTS;
        }
        if (command instanceof ReportStart
                || command instanceof ReportMilestone
                || command instanceof ReportCompletion
                || command instanceof ReportProduction) {
            return AgentScope.REPORTS;
        }
        return null;
    }
}
