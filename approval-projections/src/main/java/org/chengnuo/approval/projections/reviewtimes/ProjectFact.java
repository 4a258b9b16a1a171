package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.project.ProjectHistory;
import org.chengnuo.approval.projections.intake.ProjectCard;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * One project, as one transaction left it: its nodes, its parcels and what it promises.
 *
 * @param calendar by which its times count
 */
record ProjectFact(ProjectCard card, WorkingCalendar calendar) implements Fact {

    @Override
    public void appendTo(Row row) throws SQLException {
        ProjectHistory history = card.history();
        row.number(card.last().transaction())
                .time(card.recorded())
                .id(id())
                .text(card.zone())
                .text(card.region())
                .text(card.industry())
                .text(card.type())
                .text(card.enterprise())
                .text(card.edition())
                .text(card.importId())
                .truth(history.eligible());
        Instant land = history.land();
        Instant started = history.started();
        node(row, card.registered());
        node(row, history.committed());
        node(row, land);
        node(row, history.cleared());
        node(row, started);
        row.truth(history.withoutClearance()).truth(started == null ? null : committed(started));
        node(row, history.completed());
        node(row, history.accepted());
        node(row, history.production());
        node(row, history.ended());
        row.spell(spell(card.registered(), started))
                .spell(spell(land, started))
                .spell(spell(started, history.completed()));
    }

    /** Whether a letter was in force then. */
    private boolean committed(Instant moment) {
        return card.history().letters().stream()
                .anyMatch(
                        letter ->
                                !letter.inForce().isAfter(moment)
                                        && (letter.withdrawn() == null
                                                || letter.withdrawn().isAfter(moment)));
    }

    private void node(Row row, @Nullable Instant at) throws SQLException {
        row.time(at).day(at, calendar);
    }

    /** None where the later node came first: such a start has no way from the land to it. */
    private @Nullable Spell spell(@Nullable Instant from, @Nullable Instant to) {
        return from != null && to != null && to.isBefore(from)
                ? null
                : Spell.between(from, to, calendar);
    }

    private UUID id() {
        return UUID.fromString(card.id());
    }

    @Override
    public void appendParts(VersionedTable.Appenders rows) throws SQLException {
        for (ProjectHistory.Land land : card.history().parcels()) {
            rows.part("parcel")
                    .id(id())
                    .number(card.last().transaction())
                    .text(land.parcel().value())
                    .day(land.supplied(), calendar)
                    .count(land.outstanding())
                    .end();
        }
        for (ProjectHistory.Promised promised : card.history().owed()) {
            rows.part("obligation")
                    .id(id())
                    .number(card.last().transaction())
                    .text(promised.commitment())
                    .text(promised.obligation())
                    .day(promised.by())
                    .day(promised.met(), calendar)
                    .truth(promised.late())
                    .day(promised.missed(), calendar)
                    .end();
        }
    }
}
