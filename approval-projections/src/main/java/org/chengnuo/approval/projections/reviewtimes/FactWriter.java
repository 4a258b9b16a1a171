package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.FilingCard;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.ProjectCard;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.Stories;
import org.chengnuo.approval.projections.intake.Stories.FilingVersion;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes what a batch changes. A fact is never written over: the version that held goes to the past
 * with the transaction that ended it, and the next one takes its place. Only a transaction of which
 * a batch had brought a part replaces its own version.
 */
final class FactWriter {

    /** Where no edition says what is late. */
    private static final Duration LATE_ENTRY = Duration.ofHours(1);

    /** The channel of what happens by itself. */
    private static final String AUTOMATION = "automation";

    private static final String IDS = "select cast(unnest(string_split(?, ',')) as uuid)";

    /** By the project first, which a scan can tell from the smallest and largest of its blocks. */
    private static final String OF_FILINGS =
            " where project in (" + IDS + ") and filing in (select unnest(string_split(?, ',')))";

    private final DuckDBConnection connection;
    private final JsonMapper json;
    private final Rulebook rules;

    FactWriter(DuckDBConnection connection, JsonMapper json, Rulebook rules) {
        this.connection = connection;
        this.json = json;
        this.rules = rules;
    }

    Map<ProjectId, Long> sequences(Collection<ProjectId> projects) throws SQLException {
        var found = new HashMap<ProjectId, Long>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select id, sequence from project where id in (" + IDS + ")")) {
            query.setString(1, joined(projects));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(new ProjectId(rows.getObject(1, UUID.class)), rows.getLong(2));
                }
            }
        }
        return found;
    }

    /**
     * @param events at least one
     * @param stories as they are after the events
     * @param before the position up to which the events are in the tables
     */
    void write(List<RecordedEvent> events, Stories stories, Position before) throws SQLException {
        // All is counted before anything is written.
        var facts = new ArrayList<Changed<ReviewFact>>();
        for (List<FilingVersion> versions : stories.filingVersions()) {
            FilingCard first = versions.getFirst().filing();
            var counted = new ArrayList<Version<ReviewFact>>();
            for (FilingVersion version : versions) {
                counted.add(
                        new Version<>(
                                version.filing().last().transaction(),
                                version.filing().recorded(),
                                new ReviewFact(version.filing(), version.project(), rules)));
            }
            FilingId filing = first.history().filing();
            facts.add(new Changed<>(filing.project(), filing.toString(), counted));
        }
        var projectFacts = new ArrayList<Changed<ProjectFact>>();
        for (List<ProjectCard> versions : stories.projectVersions()) {
            var counted = new ArrayList<Version<ProjectFact>>();
            for (ProjectCard card : versions) {
                counted.add(
                        new Version<>(
                                card.last().transaction(),
                                card.recorded(),
                                new ProjectFact(card, calendar(card.edition()))));
            }
            projectFacts.add(
                    new Changed<>(
                            ProjectId.of(versions.getFirst().id()),
                            versions.getFirst().id(),
                            counted));
        }

        boolean goesOn = events.getFirst().position().transaction() == before.transaction();
        write(VersionedTable.FILINGS, facts, goesOn);
        write(VersionedTable.PROJECTS, projectFacts, goesOn);
        writeActs(events, stories);
        keepStories(stories, Stories.projectsOf(events), Stories.filingsOf(events));
    }

    /** A fact as it became known. */
    private record Version<F>(long from, Instant at, F fact) {}

    /** What has changed of one thing, one version after the other. */
    private record Changed<F>(ProjectId project, String key, List<Version<F>> versions) {}

    private WorkingCalendar calendar(@Nullable String edition) {
        return rules.calendar(rules.edition(edition).map(PolicyEdition::calendar).orElse("cn"));
    }

    private <F extends Fact> void write(
            VersionedTable table, List<Changed<F>> changes, boolean goesOn) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        var ending = new ArrayList<VersionedTable.Ending>();
        for (Changed<F> change : changes) {
            Version<F> first = change.versions().getFirst();
            ending.add(
                    new VersionedTable.Ending(
                            change.project(), change.key(), first.from(), first.at()));
        }
        table.end(connection, ending, goesOn);
        try (VersionedTable.Appenders rows = table.appenders(connection)) {
            for (Changed<F> change : changes) {
                List<Version<F>> versions = change.versions();
                for (int i = 0; i < versions.size(); i++) {
                    F fact = versions.get(i).fact();
                    boolean holds = i + 1 == versions.size();
                    Row row = holds ? rows.present() : rows.past();
                    fact.appendTo(row);
                    if (!holds) {
                        row.number(versions.get(i + 1).from()).time(versions.get(i + 1).at());
                    }
                    row.end();
                    fact.appendParts(rows);
                }
            }
        }
    }

    private void writeActs(List<RecordedEvent> events, Stories stories) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("main", "act")) {
            for (RecordedEvent recorded : events) {
                ProjectCard project = stories.project(recorded.project());
                PolicyEdition edition = rules.edition(project.edition()).orElse(null);
                FilingCard filing =
                        recorded.event() instanceof FilingEvent event
                                ? stories.filing(event.filing())
                                : null;
                WorkingCalendar calendar =
                        filing == null
                                ? calendar(project.edition())
                                : rules.calendar(filing.history().calendar());
                Instant occurred = recorded.event().occurredAt();
                boolean automatic = AUTOMATION.equals(recorded.metadata().get("channel"));
                Duration lateAfter = edition == null ? LATE_ENTRY : edition.lateEntryAfter();
                new Row(appender)
                        .number(recorded.position().transaction())
                        .number(recorded.position().index())
                        .id(recorded.project().value())
                        .text(filing == null ? null : filing.history().filing())
                        .text(recorded.name())
                        .text(project.zone())
                        .text(filing == null ? null : filing.history().center().value())
                        .text(filing == null ? null : filing.history().item())
                        .time(occurred)
                        .day(occurred, calendar)
                        .time(recorded.recordedAt())
                        .day(recorded.recordedAt(), calendar)
                        .truth(project.importId() != null)
                        .truth(automatic)
                        .truth(recorded.metadata().containsKey("agent"))
                        .truth(
                                !automatic
                                        && project.importId() == null
                                        && recorded.recordedAt().isAfter(occurred.plus(lateAfter)))
                        .truth(calendar.knownAt(recorded.recordedAt()).isOpenAt(occurred))
                        .truth(
                                recorded.event() instanceof SpecialProcedureClosed closed
                                        ? closed.resultDocument() != null
                                        : null)
                        .text(
                                recorded.event() instanceof WorkStepRecorded step
                                        ? step.activity()
                                        : null)
                        .end();
            }
        }
    }

    private void keepStories(
            Stories stories, Collection<ProjectId> projects, Collection<FilingId> filings)
            throws SQLException {
        delete("delete from project where id in (" + IDS + ")", projects);
        try (DuckDBAppender appender = connection.createAppender("main", "project")) {
            for (ProjectCard card : stories.projects()) {
                new Row(appender)
                        .id(UUID.fromString(card.id()))
                        .number(card.sequence())
                        .text(json.writeValueAsString(card))
                        .end();
            }
        }
        if (filings.isEmpty()) {
            return;
        }
        delete("delete from story" + OF_FILINGS, projectsOf(filings), filings);
        try (DuckDBAppender appender = connection.createAppender("main", "story")) {
            for (FilingCard card : stories.changedFilings()) {
                new Row(appender)
                        .id(card.history().filing().project().value())
                        .text(card.history().filing())
                        .text(json.writeValueAsString(card))
                        .end();
            }
        }
    }

    List<ProjectCard> projectCards(Collection<ProjectId> ids) throws SQLException {
        return cards("select card from project where id in (" + IDS + ")", ids, ProjectCard.class);
    }

    /** All filings of the projects. */
    List<FilingCard> filingCards(Collection<ProjectId> ids) throws SQLException {
        return cards(
                "select card from story where project in (" + IDS + ")", ids, FilingCard.class);
    }

    private <T> List<T> cards(String sql, Collection<ProjectId> ids, Class<T> type)
            throws SQLException {
        var cards = new ArrayList<T>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, joined(ids));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    cards.add(json.readValue(rows.getString(1), type));
                }
            }
        }
        return cards;
    }

    private static Collection<ProjectId> projectsOf(Collection<FilingId> filings) {
        return filings.stream().map(FilingId::project).distinct().toList();
    }

    private static String joined(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private void delete(String sql, Collection<?>... ids) throws SQLException {
        try (PreparedStatement delete = ((Connection) connection).prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                delete.setString(i + 1, joined(ids[i]));
            }
            delete.execute();
        }
    }
}
