package org.chengnuo.approval.project;

import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.construction.Construction;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.filing.Filing;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.parcel.Parcel;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelEvent;
import org.chengnuo.approval.policy.ItemCode;
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
import org.chengnuo.approval.supervision.Supervision;
import org.chengnuo.approval.supervision.SupervisionEvent;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The dossier 卷宗 of a project: the parts of which it is composed, as they stand. Parcels, filings
 * and commitments are in the order in which they came.
 *
 * @param soFar what has happened since the registration, in the order in which it was recorded, so
 *     that an act that is dated back can be judged by what there was then
 */
record Dossier(
        Particulars particulars,
        Entrustments entrustments,
        Map<ParcelCode, Parcel> parcels,
        Map<FilingId, Filing> filings,
        Map<CommitmentId, Commitment> commitments,
        Supervision supervision,
        Construction construction,
        List<ProjectEvent> soFar) {

    static Dossier opened(ProjectRegistered event) {
        return new Dossier(
                Particulars.of(event),
                Entrustments.NONE,
                Map.of(),
                Map.of(),
                Map.of(),
                Supervision.NONE,
                Construction.NONE,
                List.of());
    }

    /** The dossier as it was at that moment, as far as is on record now. */
    Dossier at(Instant moment) {
        Dossier then = opened(particulars.registered());
        for (ProjectEvent event : soFar) {
            if (!event.occurredAt().isAfter(moment)) {
                then = then.evolve(event);
            }
        }
        return then;
    }

    /** What happened, happened: this never refuses. */
    Dossier evolve(ProjectEvent event) {
        return remembering(event).changedBy(event);
    }

    private Dossier changedBy(ProjectEvent event) {
        return switch (event) {
            case ProjectCodeChanged e -> with(particulars.with(e));
            case EligibilityAssessed e -> with(particulars.with(e));
            case MovedToEdition e -> with(particulars.with(e));
            case ItemRuledOut e -> with(particulars.with(e));
            case ItemReinstated e -> with(particulars.with(e));
            case AgentEntrusted e -> with(entrustments.with(e));
            case EntrustmentEnded e -> with(entrustments.with(e));
            case ParcelEvent e -> withParcel(e.parcel(), parcel(e.parcel()).evolve(e));
            case ConstructionEvent e -> changedBy(e);
            case FilingReceived e when !filings.containsKey(e.filing()) ->
                    withFiling(e.filing(), Filing.begun(e));
            case FilingEvent e -> changedBy(e);
            case NoticeServed e -> withCommitment(e.commitment(), begun(e));
            case CommitmentEvent e -> changedBy(e);
            case SupervisionEvent e -> with(supervision.evolve(e));
            case ProjectRegistered _, ProjectImported _, ProjectWithdrawn _, ProjectTerminated _ ->
                    this;
        };
    }

    private Dossier changedBy(FilingEvent event) {
        Filing filing = filings.get(event.filing());
        if (filing == null) {
            return this;
        }
        return withFiling(event.filing(), filing.evolve(event));
    }

    private Dossier changedBy(CommitmentEvent event) {
        Commitment commitment = commitments.get(event.commitment());
        if (commitment == null) {
            return this;
        }
        return withCommitment(event.commitment(), commitment.evolve(event));
    }

    /** A commitment that begins when construction is under way has to know what was built. */
    private Commitment begun(NoticeServed event) {
        Commitment commitment = Commitment.begun(event);
        for (ConstructionEvent built : construction.soFar()) {
            commitment = commitment.evolve(built);
        }
        return commitment;
    }

    private Dossier changedBy(ConstructionEvent event) {
        Dossier next = with(construction.evolve(event));
        for (var entry : commitments.entrySet()) {
            next = next.withCommitment(entry.getKey(), entry.getValue().evolve(event));
        }
        return next;
    }

    Parcel parcel(ParcelCode code) {
        Parcel parcel = parcels.get(code);
        return parcel == null ? Parcel.untouched(code) : parcel;
    }

    /** Whether a filing of the item is as asked. */
    boolean hasFiling(ItemCode item, Predicate<Filing> as) {
        return filings.values().stream()
                .anyMatch(filing -> filing.item().equals(item) && as.test(filing));
    }

    /** The commitment whose letter covers the item. */
    Optional<Commitment> covering(ItemCode item) {
        return commitments.values().stream().filter(one -> one.covers(item)).findFirst();
    }

    /** Whether a notice has been served for the item, and no letter submitted on it. */
    boolean awaitsLetterFor(ItemCode item) {
        return commitments.values().stream()
                .anyMatch(one -> one.letter().isEmpty() && one.items().contains(item));
    }

    boolean hasLetterInForceFor(ItemCode item) {
        return commitments.values().stream().anyMatch(letter -> letter.isInForceFor(item));
    }

    private Dossier with(Particulars changed) {
        return new Dossier(
                changed,
                entrustments,
                parcels,
                filings,
                commitments,
                supervision,
                construction,
                soFar);
    }

    private Dossier with(Entrustments changed) {
        return new Dossier(
                particulars,
                changed,
                parcels,
                filings,
                commitments,
                supervision,
                construction,
                soFar);
    }

    private Dossier with(Construction changed) {
        return new Dossier(
                particulars,
                entrustments,
                parcels,
                filings,
                commitments,
                supervision,
                changed,
                soFar);
    }

    private Dossier with(Supervision changed) {
        return new Dossier(
                particulars,
                entrustments,
                parcels,
                filings,
                commitments,
                changed,
                construction,
                soFar);
    }

    private Dossier withParcel(ParcelCode code, Parcel parcel) {
        return new Dossier(
                particulars,
                entrustments,
                with(parcels, code, parcel),
                filings,
                commitments,
                supervision,
                construction,
                soFar);
    }

    private Dossier withFiling(FilingId id, Filing filing) {
        return new Dossier(
                particulars,
                entrustments,
                parcels,
                with(filings, id, filing),
                commitments,
                supervision,
                construction,
                soFar);
    }

    private Dossier withCommitment(CommitmentId id, Commitment commitment) {
        return new Dossier(
                particulars,
                entrustments,
                parcels,
                filings,
                with(commitments, id, commitment),
                supervision,
                construction,
                soFar);
    }

    private Dossier remembering(ProjectEvent event) {
        return new Dossier(
                particulars,
                entrustments,
                parcels,
                filings,
                commitments,
                supervision,
                construction,
                Stream.concat(soFar.stream(), Stream.of(event)).toList());
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var all = new LinkedHashMap<>(map);
        all.put(key, value);
        return Collections.unmodifiableMap(all);
    }
}
