package org.chengnuo.approval.api.office;

import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.editions.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When something happens next by itself, for each project: what the projects' stories say, kept
 * where it can be searched. The {@link Desk} writes it in the transaction that records.
 *
 * <p>A notice moves what is running, so that every project is looked at once the notice is known.
 * The time at which a project was looked at says whether that has been; so it makes no difference
 * what happened in it between the publication of the notice and that moment.
 */
@Component
public class Agenda {

    private final JdbcClient jdbc;
    private final Editions editions;
    private final Clock clock;

    Agenda(JdbcClient jdbc, Editions editions, Clock clock) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * @param projects that are not over, but for those that are left to the simulation
     * @param due in how many of them something is due now and has not happened yet
     * @param next when something is due next; null if nothing is
     */
    public record Overview(long projects, long due, @Nullable Instant next) {}

    public Overview overview() {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select count(*) as projects,
                               count(*) filter (where due_at <= :now or looked_at < :notice) as due,
                               min(least(due_at, case when looked_at < :notice then :notice
                                                      else :coming end)) as next
                        from office.agenda where not simulated
                        """)
                .param("now", utc(now))
                .param("notice", lastNotice(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("coming", nextNotice(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(
                        (row, _) ->
                                new Overview(
                                        row.getLong("projects"),
                                        row.getLong("due"),
                                        instant(row, "next")))
                .single();
    }

    /** The projects in which something is due now, the longest due first. */
    public List<ProjectId> due(int atMost, Collection<ProjectId> except) {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select project_id from office.agenda
                        where not simulated and (due_at <= :now or looked_at < :notice)
                          and project_id <> all(:except)
                        order by due_at limit :most
                        """)
                .param("now", utc(now))
                .param("notice", lastNotice(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("except", except.stream().map(ProjectId::toString).toArray(String[]::new))
                .param("most", atMost)
                .query((row, _) -> ProjectId.of(row.getString(1)))
                .list();
    }

    /** When something is due in each of the projects that are left to the simulation. */
    public Map<ProjectId, Optional<Instant>> simulated() {
        var due = new LinkedHashMap<ProjectId, Optional<Instant>>();
        jdbc.sql("select project_id, due_at from office.agenda where simulated")
                .query(
                        row -> {
                            due.put(
                                    ProjectId.of(row.getString("project_id")),
                                    Optional.ofNullable(instant(row, "due_at")));
                        });
        return due;
    }

    boolean isDue(ProjectId project) {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select exists (select from office.agenda
                                       where project_id = :project
                                         and (due_at <= :now or looked_at < :notice))
                        """)
                .param("project", project.toString())
                .param("now", utc(now))
                .param("notice", lastNotice(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Boolean.class)
                .single();
    }

    /**
     * @param lookedAt the moment as of which the story says what is due, or an earlier one
     */
    void keep(ProjectId project, Optional<Instant> due, Instant lookedAt) {
        jdbc.sql(
                        """
                        insert into office.agenda (project_id, due_at, looked_at, simulated)
                        values (:project, :due, :looked, :simulated)
                        on conflict (project_id) do update
                        set due_at = excluded.due_at, looked_at = excluded.looked_at,
                            simulated = excluded.simulated
                        """)
                .param("project", project.toString())
                .param("due", due.map(Agenda::utc).orElse(null))
                .param("looked", utc(lookedAt))
                .param("simulated", OfficeTime.isSimulated())
                .update();
    }

    /** When the latest of the notices that are known now became known; null if there is none. */
    private @Nullable OffsetDateTime lastNotice(Instant now) {
        return notices()
                .filter(notice -> !notice.isAfter(now))
                .max(Comparator.naturalOrder())
                .map(Agenda::utc)
                .orElse(null);
    }

    private @Nullable OffsetDateTime nextNotice(Instant now) {
        return notices()
                .filter(notice -> notice.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(Agenda::utc)
                .orElse(null);
    }

    private Stream<Instant> notices() {
        return editions.calendars().stream()
                .flatMap(calendar -> editions.calendar(calendar).editions().stream());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
