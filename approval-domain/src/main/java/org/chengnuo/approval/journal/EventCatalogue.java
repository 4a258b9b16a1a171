package org.chengnuo.approval.journal;

import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.project.ProjectEvent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names under which events are stored for ever. A class may move or be renamed; its stored name
 * stays, and a changed shape gets the next revision.
 */
public final class EventCatalogue {

    /**
     * @param name as in {@code filing.accepted}
     * @param revision from 1
     */
    public record StoredName(String name, int revision) {}

    private static final Map<Class<? extends ProjectEvent>, StoredName> NAMES =
            new LinkedHashMap<>();

    private static final Map<StoredName, Class<? extends ProjectEvent>> CLASSES =
            new LinkedHashMap<>();

    static {
        store("project.registered", ProjectEvent.ProjectRegistered.class);
        store("project.imported", ProjectEvent.ProjectImported.class);
        store("project.code-changed", ProjectEvent.ProjectCodeChanged.class);
        store("filing.received", FilingEvent.FilingReceived.class);
        store("filing.imported", FilingEvent.FilingImported.class);
        store("filing.work-step-recorded", FilingEvent.WorkStepRecorded.class);
        store("filing.correction-requested", FilingEvent.CorrectionRequested.class);
        store("filing.correction-answered", FilingEvent.CorrectionAnswered.class);
        store("filing.acceptance-refused", FilingEvent.AcceptanceRefused.class);
        store("filing.accepted", FilingEvent.FilingAccepted.class);
        store("filing.deemed-accepted", FilingEvent.FilingDeemedAccepted.class);
        store("filing.special-procedure-opened", FilingEvent.SpecialProcedureOpened.class);
        store("filing.special-procedure-closed", FilingEvent.SpecialProcedureClosed.class);
        store("filing.review-extended", FilingEvent.ReviewExtended.class);
        store("filing.decided", FilingEvent.FilingDecided.class);
        store("filing.recorded", FilingEvent.FilingRecorded.class);
        store("filing.delivered", FilingEvent.DecisionDelivered.class);
        store("filing.withdrawn", FilingEvent.FilingWithdrawn.class);
        store("filing.revoked", FilingEvent.DecisionRevoked.class);
    }

    private EventCatalogue() {}

    private static void store(String name, Class<? extends ProjectEvent> type) {
        var stored = new StoredName(name, 1);
        NAMES.put(type, stored);
        CLASSES.put(stored, type);
    }

    /**
     * @throws IllegalArgumentException if the class is not of the catalogue
     */
    public static StoredName nameOf(Class<?> type) {
        StoredName name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(
                    "%s has no stored name in the event catalogue".formatted(type.getName()));
        }
        return name;
    }

    /** The class of a stored event; empty where this program does not know it. */
    public static Optional<Class<? extends ProjectEvent>> classOf(StoredName name) {
        return Optional.ofNullable(CLASSES.get(name));
    }

    /** All events, in the order of the life of a project. */
    public static List<Class<? extends ProjectEvent>> all() {
        return List.copyOf(NAMES.keySet());
    }
}
