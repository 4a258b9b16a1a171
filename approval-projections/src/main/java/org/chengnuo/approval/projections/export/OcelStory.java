package org.chengnuo.approval.projections.export;

import static org.chengnuo.approval.projections.export.Attribute.text;
import static org.chengnuo.approval.projections.export.Attribute.time;
import static org.chengnuo.approval.projections.export.Attribute.truth;

import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceDelivered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceOrdered;
import org.chengnuo.approval.parcel.ParcelEvent.ServiceStarted;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectEvent.ItemReinstated;
import org.chengnuo.approval.project.ProjectEvent.ItemRuledOut;
import org.chengnuo.approval.project.ProjectEvent.MovedToEdition;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.projections.export.OcelFile.Relation;
import org.chengnuo.approval.projections.intake.FilingCard;
import org.chengnuo.approval.projections.intake.ProjectCard;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.Stories;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachFound;
import org.chengnuo.approval.supervision.SupervisionEvent.InspectionRecorded;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The story of one project as objects, their relations and events. */
final class OcelStory {

    private static final String PROJECT = "project";
    private static final String FILING = "filing";
    private static final String COMMITMENT = "commitment";
    private static final String ITEM = "item";
    private static final String ENTERPRISE = "enterprise";

    private final List<RecordedEvent> story;
    private final OcelFile log;
    private final String project;

    private OcelStory(List<RecordedEvent> story, OcelFile log) {
        this.story = story;
        this.log = log;
        this.project = story.getFirst().project().toString();
    }

    static void write(List<RecordedEvent> story, OcelFile log) {
        new OcelStory(story, log).write();
    }

    private void write() {
        var told = new Stories(Map.of(), Map.of());
        told.tell(story);
        ProjectCard card = told.project(story.getFirst().project());
        writeProject(card);
        for (FilingCard filing : told.changedFilings()) {
            writeFiling(filing.history());
        }
        for (RecordedEvent recorded : story) {
            if (recorded.event() instanceof NoticeServed served) {
                writeCommitment(served);
            }
        }
        boolean imported = card.importId() != null;
        for (RecordedEvent recorded : story) {
            writeEvent(recorded, imported);
        }
    }

    private void writeProject(ProjectCard card) {
        List<ProjectCard.Code> codes = card.codes();
        boolean codedFromTheFirst =
                !codes.isEmpty() && codes.getFirst().since().equals(card.registered());
        log.object(
                project,
                PROJECT,
                List.of(
                        text("projectCode", codedFromTheFirst ? codes.getFirst().code() : null),
                        text("zone", card.zone()),
                        text("region", card.region()),
                        text("industry", card.industry()),
                        text("type", card.type()),
                        text("edition", card.edition()),
                        truth("imported", card.importId() != null),
                        text("import", card.importId()),
                        text("case", card.caseId())));
        for (RecordedEvent recorded : story) {
            switch (recorded.event()) {
                case ProjectCodeChanged e ->
                        log.change(project, PROJECT, e.occurredAt(), text("projectCode", e.code()));
                case MovedToEdition e ->
                        log.change(project, PROJECT, e.occurredAt(), text("edition", e.edition()));
                default -> {}
            }
        }
        String enterprise = card.enterprise();
        if (enterprise != null) {
            log.object(enterprise, ENTERPRISE, List.of(text("creditCode", enterprise)));
            log.relate(project, enterprise, "of enterprise");
        }
    }

    private void writeFiling(FilingHistory filing) {
        String id = filing.filing().toString();
        log.object(
                id,
                FILING,
                List.of(
                        text("center", filing.center()),
                        text("itemClass", filing.itemClass()),
                        text("calendar", filing.calendar()),
                        text("kind", null),
                        text("promised", null),
                        text("statutory", null),
                        truth("imported", filing.isImported()),
                        text("case", filing.caseId())));
        AcceptanceTerms terms = filing.terms();
        if (terms != null && filing.accepted() != null) {
            // Frozen at the acceptance, and not known before.
            for (Attribute frozen :
                    List.of(
                            text("kind", terms.kind()),
                            text("promised", terms.promised()),
                            text("statutory", terms.statutory()))) {
                if (frozen.value() != null) {
                    log.change(id, FILING, filing.accepted(), frozen);
                }
            }
        }
        log.relate(project, id, "has filing");
        log.relate(id, item(filing.item()), "for item");
    }

    private void writeCommitment(NoticeServed served) {
        String id = served.commitment().toString();
        log.object(
                id,
                COMMITMENT,
                List.of(
                        text("edition", served.edition()),
                        text("standard", served.standard()),
                        text("standardHash", served.standardHash()),
                        text("calendar", served.calendar())));
        log.relate(project, id, "has commitment");
        for (ItemCode item : committed(served.commitment(), served.items())) {
            log.relate(id, item(item), "covers item");
        }
    }

    /** Those of the letter; while there is none, those of the notice. */
    private List<ItemCode> committed(CommitmentId commitment, List<ItemCode> served) {
        for (RecordedEvent recorded : story) {
            if (recorded.event() instanceof LetterSubmitted letter
                    && letter.commitment().equals(commitment)) {
                return letter.items();
            }
        }
        return served;
    }

    /** The id of an item that is there, from now on at the latest. */
    private String item(ItemCode item) {
        log.object(
                item.toString(),
                ITEM,
                List.of(text("scheme", item.scheme()), text("code", item.code())));
        return item.toString();
    }

    private void writeEvent(RecordedEvent recorded, boolean imported) {
        ProjectEvent event = recorded.event();
        var attributes = new ArrayList<Attribute>();
        attributes.add(time("recordedAt", recorded.recordedAt()));
        if (event instanceof WorkStepRecorded step) {
            attributes.add(text("activity", step.activity()));
            attributes.add(text("resource", imported ? step.resource() : null));
        }
        attributes.addAll(Disclosure.of(event));
        log.event(
                project + "/" + recorded.sequence(),
                recorded.name(),
                event.occurredAt(),
                attributes,
                relations(event));
    }

    private List<Relation> relations(ProjectEvent event) {
        var relations = new ArrayList<Relation>();
        relations.add(new Relation(project, PROJECT));
        if (event instanceof FilingEvent e) {
            relations.add(new Relation(e.filing().toString(), FILING));
        }
        CommitmentId commitment = commitmentOf(event);
        if (commitment != null) {
            relations.add(new Relation(commitment.toString(), COMMITMENT));
        }
        for (ItemCode item : itemsOf(event)) {
            relations.add(new Relation(item(item), ITEM));
        }
        if (event instanceof ProjectEvent.ProjectRegistered e) {
            relations.add(new Relation(e.enterprise().toString(), ENTERPRISE));
        }
        return relations;
    }

    private static @Nullable CommitmentId commitmentOf(ProjectEvent event) {
        return switch (event) {
            case CommitmentEvent e -> e.commitment();
            case InspectionRecorded e -> e.commitment();
            case BreachFound e -> e.commitment();
            default -> null;
        };
    }

    private static List<ItemCode> itemsOf(ProjectEvent event) {
        return switch (event) {
            case ItemRuledOut e -> List.of(e.item());
            case ItemReinstated e -> List.of(e.item());
            case ServiceOrdered e -> List.of(e.item());
            case ServiceStarted e -> List.of(e.item());
            case ServiceDelivered e -> List.of(e.item());
            case LandSupplied e -> e.outstanding();
            case NoticeServed e -> e.items();
            case LetterSubmitted e -> e.items();
            case FilingReceived e -> List.of(e.item());
            case FilingImported e -> List.of(e.item());
            default -> List.of();
        };
    }
}
