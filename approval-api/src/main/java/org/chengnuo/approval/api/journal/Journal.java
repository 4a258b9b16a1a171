package org.chengnuo.approval.api.journal;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.chengnuo.approval.JournalCommand;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.InvestmentProject;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is decided goes into the journal, and what happened is read from it, here only. */
@Component
public class Journal {

    private final CommandGateway commands;
    private final EventStore events;
    private final ObservationRegistry observations;
    private final Tracer tracer;

    Journal(
            CommandGateway commands,
            EventStore events,
            ObservationRegistry observations,
            Tracer tracer) {
        this.commands = commands;
        this.events = events;
        this.observations = observations;
        this.tracer = tracer;
    }

    /**
     * @param version of its project, from 0
     * @param recordedAt by the server's time
     * @param metadata who acted, for whom, through which channel or import
     */
    public record Entry(
            long version, Instant recordedAt, Map<String, String> metadata, ProjectEvent event) {}

    /**
     * @param expected the version of the story that the caller has seen; null for any
     * @throws StaleVersion if the story has gone on
     */
    public void requireVersion(String stream, @Nullable Long expected) throws StaleVersion {
        if (expected != null) {
            Optional<Long> version = events.lastSequenceNumberFor(stream);
            if (!version.equals(Optional.of(expected))) {
                throw new StaleVersion(expected, version);
            }
        }
    }

    /**
     * Decides and records. The caller holds the story's turn (see {@link
     * org.chengnuo.approval.api.office.Desk}), so that nobody else records in between.
     *
     * @throws Refusal if the office refuses; nothing has been recorded
     */
    public Recorded record(JournalCommand command, Envelope envelope) throws Refusal {
        try {
            return Objects.requireNonNull(
                    Observation.createNotStarted("chengnuo.journal.record", observations)
                            .observe(() -> decideAndAppend(command, envelope)));
        } catch (CommandExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    private Recorded decideAndAppend(JournalCommand command, Envelope envelope) {
        return commands.sendAndWait(
                GenericCommandMessage.asCommandMessage(Act.of(command, envelope))
                        .withMetaData(metadata(envelope)));
    }

    /** Whoever handles the events goes on with the trace of the request, if it is traced. */
    private MetaData metadata(Envelope envelope) {
        MetaData metadata = MetaData.from(envelope.metadata());
        TraceContext trace = tracer.currentTraceContext().context();
        return trace == null || !Boolean.TRUE.equals(trace.sampled())
                ? metadata
                : metadata.and(
                        Envelope.TRACE, "00-%s-%s-01".formatted(trace.traceId(), trace.spanId()));
    }

    /** The whole story of a project, in order; empty if there is no such project. */
    public List<Entry> story(ProjectId project) {
        return events.readEvents(project.toString())
                .asStream()
                .map(
                        message ->
                                new Entry(
                                        message.getSequenceNumber(),
                                        message.getTimestamp(),
                                        texts(message.getMetaData()),
                                        (ProjectEvent) message.getPayload()))
                .toList();
    }

    /**
     * The enterprise of a project; empty if there is no such project, or it is known from a log.
     */
    public Optional<CreditCode> enterprise(ProjectId project) {
        DomainEventStream story = events.readEvents(project.toString(), 0);
        return story.hasNext() && story.next().getPayload() instanceof ProjectRegistered registered
                ? Optional.of(registered.enterprise())
                : Optional.empty();
    }

    /** The project as its story leaves it. */
    public static InvestmentProject project(List<Entry> story) {
        InvestmentProject project = InvestmentProject.NONE;
        for (Entry entry : story) {
            project = project.evolve(entry.event());
        }
        return project;
    }

    /** Of a project's story, what happened to one commitment. */
    public static List<Entry> of(CommitmentId commitment, List<Entry> story) {
        return story.stream()
                .filter(
                        entry ->
                                entry.event() instanceof CommitmentEvent event
                                        && event.commitment().equals(commitment))
                .toList();
    }

    /** Of a project's story, what happened to one filing. */
    public static List<Entry> of(FilingId filing, List<Entry> story) {
        return story.stream()
                .filter(
                        entry ->
                                entry.event() instanceof FilingEvent event
                                        && event.filing().equals(filing))
                .toList();
    }

    /**
     * When each act of a filing happened, from its project's story; empty if it has no such filing.
     */
    public static Optional<FilingHistory> history(FilingId filing, List<Entry> story) {
        FilingHistory history = null;
        for (Entry entry : of(filing, story)) {
            var event = (FilingEvent) entry.event();
            history =
                    history == null
                            ? FilingHistory.begun(event)
                            : history.with(event, entry.recordedAt());
        }
        return Optional.ofNullable(history);
    }

    private static Map<String, String> texts(MetaData metadata) {
        var texts = new LinkedHashMap<String, String>();
        for (String key : Envelope.KEYS) {
            if (metadata.get(key) instanceof String text) {
                texts.put(key, text);
            }
        }
        return texts;
    }
}
