package org.chengnuo.approval.project;

import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.IndicatorNotKept;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Obligation;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionAccepted;
import org.chengnuo.approval.construction.ConstructionEvent.CompletionRefused;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionCompleted;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.MilestoneReported;
import org.chengnuo.approval.construction.ConstructionEvent.ProductionStarted;
import org.chengnuo.approval.construction.ConstructionEvent.StartCleared;
import org.chengnuo.approval.construction.ConstructionEvent.StartedWithoutClearance;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelEvent;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.project.ProjectEvent.AgentEntrusted;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed;
import org.chengnuo.approval.project.ProjectEvent.EntrustmentEnded;
import org.chengnuo.approval.project.ProjectEvent.ItemReinstated;
import org.chengnuo.approval.project.ProjectEvent.ItemRuledOut;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectEvent.ProjectTerminated;
import org.chengnuo.approval.project.ProjectEvent.ProjectWithdrawn;
import org.chengnuo.approval.supervision.SupervisionEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * When a project reached each of its nodes 节点: what the figures of projects are computed from.
 * Where {@link InvestmentProject} says what may come next, this says what has been.
 *
 * @param eligible by the last assessment; null before the first
 * @param cleared when the start of construction was cleared
 * @param withoutClearance whether it started without
 * @param ended when it was withdrawn or terminated
 */
public record ProjectHistory(
        @Nullable Boolean eligible,
        List<Land> parcels,
        List<Letter> letters,
        List<Promised> obligations,
        @Nullable Instant cleared,
        @Nullable Instant started,
        boolean withoutClearance,
        @Nullable Instant completed,
        @Nullable Instant accepted,
        @Nullable Instant production,
        @Nullable Instant ended) {

    /** Before anything but its registration. */
    public static final ProjectHistory NONE =
            new ProjectHistory(
                    null, List.of(), List.of(), List.of(), null, null, false, null, null, null,
                    null);

    /**
     * A parcel for which the government has ordered a service, or that has been supplied.
     *
     * @param supplied null before
     * @param outstanding how many services were not delivered when it was supplied
     */
    public record Land(ParcelCode parcel, @Nullable Instant supplied, int outstanding) {}

    /** A commitment that took effect. */
    public record Letter(CommitmentId commitment, Instant inForce, @Nullable Instant withdrawn) {}

    /**
     * What a letter in force promises.
     *
     * @param by its last day; null for an indicator
     * @param met null before
     * @param late met after its day
     * @param missed when its day had passed, or when what was measured did not keep it
     */
    public record Promised(
            CommitmentId commitment,
            ObligationId obligation,
            @Nullable LocalDate by,
            @Nullable Instant met,
            boolean late,
            @Nullable Instant missed) {}

    public ProjectHistory {
        parcels = List.copyOf(parcels);
        letters = List.copyOf(letters);
        obligations = List.copyOf(obligations);
    }

    /** When the first parcel was supplied; null before. */
    public @Nullable Instant land() {
        return parcels.stream()
                .map(Land::supplied)
                .filter(supplied -> supplied != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** When the first letter took effect; null if none has. */
    public @Nullable Instant committed() {
        return letters.stream().map(Letter::inForce).min(Instant::compareTo).orElse(null);
    }

    /** What has been promised, less what a letter that was withdrawn no longer owes. */
    public List<Promised> owed() {
        return obligations.stream()
                .filter(
                        promised ->
                                promised.met() != null
                                        || promised.missed() != null
                                        || letters.stream()
                                                .noneMatch(
                                                        letter ->
                                                                letter.withdrawn() != null
                                                                        && letter.commitment()
                                                                                .equals(
                                                                                        promised
                                                                                                .commitment())))
                .toList();
    }

    /** This history and one more event. */
    public ProjectHistory with(ProjectEvent event) {
        return switch (event) {
            case EligibilityAssessed e ->
                    new ProjectHistory(
                            e.eligible(),
                            parcels,
                            letters,
                            obligations,
                            cleared,
                            started,
                            withoutClearance,
                            completed,
                            accepted,
                            production,
                            ended);
            case ParcelEvent e -> with(land(e), letters, obligations);
            case CommitmentEvent e -> committed(e);
            case ConstructionEvent e -> built(e);
            case ProjectWithdrawn e -> endedAt(e.occurredAt());
            case ProjectTerminated e -> endedAt(e.occurredAt());
            case ProjectRegistered _,
                    ProjectImported _,
                    ProjectCodeChanged _,
                    MovedToEdition _,
                    ItemRuledOut _,
                    ItemReinstated _,
                    AgentEntrusted _,
                    EntrustmentEnded _,
                    SupervisionEvent _,
                    FilingEvent _ ->
                    this;
        };
    }

    private List<Land> land(ParcelEvent event) {
        var all = new ArrayList<>(parcels);
        int at = all.stream().map(Land::parcel).toList().indexOf(event.parcel());
        Land before = at < 0 ? new Land(event.parcel(), null, 0) : all.remove(at);
        all.add(
                at < 0 ? all.size() : at,
                event instanceof LandSupplied e
                        ? new Land(e.parcel(), e.occurredAt(), e.outstanding().size())
                        : before);
        return all;
    }

    private ProjectHistory committed(CommitmentEvent event) {
        return switch (event) {
            case CommitmentTookEffect e -> {
                var allLetters = new ArrayList<>(letters);
                allLetters.add(new Letter(e.commitment(), e.occurredAt(), null));
                var all = new ArrayList<>(obligations);
                for (Obligation owed : e.obligations()) {
                    all.add(new Promised(e.commitment(), owed.id(), owed.by(), null, false, null));
                }
                yield with(parcels, allLetters, all);
            }
            case CommitmentWithdrawn e ->
                    with(
                            parcels,
                            letters.stream()
                                    .map(
                                            letter ->
                                                    letter.commitment().equals(e.commitment())
                                                            ? new Letter(
                                                                    letter.commitment(),
                                                                    letter.inForce(),
                                                                    e.occurredAt())
                                                            : letter)
                                    .toList(),
                            obligations);
            case ObligationMet e ->
                    promised(
                            e.commitment(),
                            e.obligation(),
                            p ->
                                    new Promised(
                                            p.commitment(),
                                            p.obligation(),
                                            p.by(),
                                            e.occurredAt(),
                                            e.late(),
                                            p.missed()));
            case ObligationMissed e -> missed(e.commitment(), e.obligation(), e.occurredAt());
            case IndicatorNotKept e -> missed(e.commitment(), e.obligation(), e.occurredAt());
            default -> this;
        };
    }

    private ProjectHistory missed(
            CommitmentId commitment, ObligationId obligation, Instant moment) {
        return promised(
                commitment,
                obligation,
                p ->
                        p.missed() != null
                                ? p
                                : new Promised(
                                        p.commitment(),
                                        p.obligation(),
                                        p.by(),
                                        p.met(),
                                        p.late(),
                                        moment));
    }

    private ProjectHistory promised(
            CommitmentId commitment, ObligationId obligation, UnaryOperator<Promised> change) {
        return with(
                parcels,
                letters,
                obligations.stream()
                        .map(
                                p ->
                                        p.commitment().equals(commitment)
                                                        && p.obligation().equals(obligation)
                                                ? change.apply(p)
                                                : p)
                        .toList());
    }

    private ProjectHistory built(ConstructionEvent event) {
        Instant at = event.occurredAt();
        return switch (event) {
            case StartCleared _ ->
                    built(at, started, withoutClearance, completed, accepted, production);
            case ConstructionStarted _ ->
                    built(cleared, at, false, completed, accepted, production);
            case StartedWithoutClearance _ ->
                    built(cleared, at, true, completed, accepted, production);
            case MilestoneReported _ -> this;
            case ConstructionCompleted _ ->
                    built(cleared, started, withoutClearance, at, accepted, production);
            case CompletionRefused _ ->
                    built(cleared, started, withoutClearance, null, accepted, production);
            case CompletionAccepted _ ->
                    built(cleared, started, withoutClearance, completed, at, production);
            case ProductionStarted _ ->
                    built(cleared, started, withoutClearance, completed, accepted, at);
        };
    }

    private ProjectHistory built(
            @Nullable Instant clearedAt,
            @Nullable Instant startedAt,
            boolean isWithoutClearance,
            @Nullable Instant completedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant productionAt) {
        return new ProjectHistory(
                eligible,
                parcels,
                letters,
                obligations,
                clearedAt,
                startedAt,
                isWithoutClearance,
                completedAt,
                acceptedAt,
                productionAt,
                ended);
    }

    private ProjectHistory endedAt(Instant moment) {
        return new ProjectHistory(
                eligible,
                parcels,
                letters,
                obligations,
                cleared,
                started,
                withoutClearance,
                completed,
                accepted,
                production,
                moment);
    }

    private ProjectHistory with(
            List<Land> allParcels, List<Letter> allLetters, List<Promised> allObligations) {
        return new ProjectHistory(
                eligible,
                allParcels,
                allLetters,
                allObligations,
                cleared,
                started,
                withoutClearance,
                completed,
                accepted,
                production,
                ended);
    }
}
