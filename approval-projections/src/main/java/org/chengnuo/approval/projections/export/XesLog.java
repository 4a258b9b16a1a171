package org.chengnuo.approval.projections.export;

import static org.chengnuo.approval.projections.export.Attribute.text;
import static org.chengnuo.approval.projections.export.Attribute.time;
import static org.chengnuo.approval.projections.export.Attribute.truth;

import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.CorrectionWindowLapsed;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureOverran;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.projections.intake.FilingCard;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ProjectCard;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.Stories;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XES (IEEE 1849-2016): a trace for each filing, its events in the order in which they
 * happened, and in the order of the journal where they happened at once. The attributes of our own
 * are declared by {@code chengnuo.xesext}.
 */
final class XesLog {

    private static final String[][] EXTENSIONS = {
        {"Concept", "concept", "http://www.xes-standard.org/concept.xesext"},
        {"Time", "time", "http://www.xes-standard.org/time.xesext"},
        {"Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"},
        {"Organizational", "org", "http://www.xes-standard.org/org.xesext"},
        {"Chengnuo", "chengnuo", "urn:chengnuo:xes"},
    };

    /** What XML cannot hold, and what an import would replace anyway. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cntrl}\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]");

    private static final String UNKNOWN = "UNKNOWN";

    private final XMLStreamWriter xml;

    XesLog(OutputStream out) throws IOException {
        try {
            // That of the JDK, whatever else is on the class path.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private interface Writing {
        void write() throws XMLStreamException;
    }

    private static void writing(Writing what) throws IOException {
        try {
            what.write();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * @param upTo the last event of the journal that the log looks at
     */
    void begin(Position upTo) throws IOException {
        writing(
                () -> {
                    xml.writeStartDocument("UTF-8", "1.0");
                    line();
                    xml.writeStartElement("log");
                    xml.writeDefaultNamespace("http://www.xes-standard.org/");
                    xml.writeAttribute("xes.version", "1849.2016");
                    xml.writeAttribute("xes.features", "");
                    line();
                    for (String[] extension : EXTENSIONS) {
                        xml.writeEmptyElement("extension");
                        xml.writeAttribute("name", extension[0]);
                        xml.writeAttribute("prefix", extension[1]);
                        xml.writeAttribute("uri", extension[2]);
                        line();
                    }
                    writeGlobals();
                    xml.writeEmptyElement("classifier");
                    xml.writeAttribute("name", "Activity");
                    xml.writeAttribute("keys", "concept:name");
                    line();
                    write("concept:name", text("", "Chengnuo 承诺"));
                    write("chengnuo:asOf", text("", upTo));
                });
    }

    /** What every trace and every event has. */
    private void writeGlobals() throws XMLStreamException {
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "trace");
        line();
        write("concept:name", text("", UNKNOWN));
        for (String name :
                List.of(
                        "filing",
                        "project",
                        "zone",
                        "center",
                        "itemScheme",
                        "itemCode",
                        "itemClass",
                        "calendar")) {
            write("chengnuo:" + name, text("", UNKNOWN));
        }
        write("chengnuo:imported", truth("", false));
        xml.writeEndElement();
        line();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "event");
        line();
        write("concept:name", text("", UNKNOWN));
        write("time:timestamp", time("", Instant.EPOCH));
        write("lifecycle:transition", text("", "complete"));
        write("chengnuo:recordedAt", time("", Instant.EPOCH));
        write("chengnuo:signal", truth("", false));
        xml.writeEndElement();
        line();
    }

    /** The filings of a project that the selection has. */
    void write(List<RecordedEvent> story, Selection selection) throws IOException {
        var told = new Stories(Map.of(), Map.of());
        told.tell(story);
        var ofFiling = new HashMap<FilingId, List<RecordedEvent>>();
        for (RecordedEvent recorded : story) {
            if (recorded.event() instanceof FilingEvent event) {
                ofFiling.computeIfAbsent(event.filing(), _ -> new ArrayList<>()).add(recorded);
            }
        }
        ProjectCard project = told.project(story.getFirst().project());
        for (FilingCard filing : told.changedFilings()) {
            var events = ofFiling.getOrDefault(filing.history().filing(), List.of());
            if (selection.hasOneThatBegan(events.getFirst().event().occurredAt())) {
                writing(() -> writeTrace(project, filing.history(), events));
            }
        }
    }

    private void writeTrace(
            ProjectCard project, FilingHistory filing, List<RecordedEvent> inOrderOfJournal)
            throws XMLStreamException {
        xml.writeStartElement("trace");
        line();
        String caseId = filing.caseId();
        write("concept:name", text("", caseId == null ? filing.filing() : caseId));
        for (Attribute attribute : ofTrace(project, filing, inOrderOfJournal)) {
            write("chengnuo:" + attribute.name(), attribute);
        }
        var events = new ArrayList<>(inOrderOfJournal);
        // Stable: events of one moment stay in the order of the journal.
        events.sort(Comparator.comparing(recorded -> recorded.event().occurredAt()));
        for (RecordedEvent recorded : events) {
            // That the log knows the filing is no act: the trace says it.
            if (recorded.event() instanceof FilingEvent event
                    && !(event instanceof FilingImported)) {
                writeEvent(recorded, event, filing.isImported());
            }
        }
        xml.writeEndElement();
        line();
    }

    private static List<Attribute> ofTrace(
            ProjectCard project, FilingHistory filing, List<RecordedEvent> events) {
        AcceptanceTerms terms = filing.terms();
        return List.of(
                text("filing", filing.filing()),
                text("project", project.id()),
                text("projectCode", project.code()),
                text("zone", project.zone()),
                text("region", project.region()),
                text("center", filing.center()),
                text("itemScheme", filing.item().scheme()),
                text("itemCode", filing.item().code()),
                text("itemClass", filing.itemClass()),
                text("kind", terms == null ? null : terms.kind()),
                text("promised", terms == null ? null : terms.promised()),
                text("statutory", terms == null ? null : terms.statutory()),
                text("calendar", filing.calendar()),
                text("edition", edition(events)),
                truth("imported", filing.isImported()),
                text("import", project.importId()));
    }

    /** Of the receipt; an acceptance freezes the same. */
    private static @Nullable String edition(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof FilingReceived received
                    && !received.edition().isEmpty()) {
                return received.edition();
            }
        }
        return null;
    }

    private void writeEvent(RecordedEvent recorded, FilingEvent event, boolean imported)
            throws XMLStreamException {
        xml.writeStartElement("event");
        line();
        if (event instanceof WorkStepRecorded step) {
            write("concept:name", text("", step.activity()));
            if (imported) {
                write("org:resource", text("", step.resource()));
            }
        } else {
            write("concept:name", text("", recorded.name()));
            write("chengnuo:act", text("", recorded.name()));
        }
        write("time:timestamp", time("", event.occurredAt()));
        write("lifecycle:transition", text("", "complete"));
        write("chengnuo:recordedAt", time("", recorded.recordedAt()));
        write("chengnuo:signal", truth("", isSignal(event)));
        for (Attribute attribute : Disclosure.of(event)) {
            write("chengnuo:" + attribute.name(), attribute);
        }
        xml.writeEndElement();
        line();
    }

    /** What fell due by itself and changes nothing in the course of the filing. */
    private static boolean isSignal(FilingEvent event) {
        return event instanceof CardRaised
                || event instanceof CorrectionWindowLapsed
                || event instanceof SpecialProcedureOverran
                || event instanceof DueDateReprojected;
    }

    private void write(String key, Attribute attribute) throws XMLStreamException {
        if (attribute.value() == null) {
            return;
        }
        xml.writeEmptyElement(attribute.type().xes());
        xml.writeAttribute("key", key);
        xml.writeAttribute(
                "value",
                attribute.value() instanceof Instant time
                        ? Utc.of(time)
                        : UNFIT.matcher(attribute.value().toString()).replaceAll("\uFFFD"));
        line();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    void end() throws IOException {
        writing(
                () -> {
                    xml.writeEndElement();
                    line();
                    xml.writeEndDocument();
                    xml.flush();
                });
    }
}
