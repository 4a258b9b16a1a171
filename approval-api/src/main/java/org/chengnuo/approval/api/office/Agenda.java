package org.chengnuo.approval.api.office;

import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When something happens next by itself, for each project: what the projects' stories say, kept
 * where it can be searched. The {@link Desk} writes it in the transaction that records.
 */
@Component
public class Agenda {

    private final JdbcClient jdbc;
    private final Clock clock;

    Agenda(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param projects that are not over, but for those that are left to the simulation
     * @param due in how many of them something is due now and has not happened yet
     * @param next when something is due next; null if nothing is
     */
    public record Overview(long projects, long due, @Nullable Instant next) {}

    public Overview overview() {
        return jdbc.sql(
                        """
                        select count(*) as projects, count(*) filter (where due_at <= :now) as due,
                               min(due_at) as next
                        from office.agenda where not simulated
                        """)
                .param("now", utc(clock.instant()))
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
        return jdbc.sql(
                        """
                        select project_id from office.agenda
                        where not simulated and due_at <= :now and project_id <> all(:except)
                        order by due_at limit :most
                        """)
                .param("now", utc(clock.instant()))
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
        return jdbc.sql(
                        """
                        select exists (select from office.agenda
                                       where project_id = :project and due_at <= :now)
                        """)
                .param("project", project.toString())
                .param("now", utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    void keep(ProjectId project, Optional<Instant> due) {
        jdbc.sql(
                        """
                        insert into office.agenda (project_id, due_at, simulated)
                        values (:project, :due, :simulated)
                        on conflict (project_id) do update
                        set due_at = excluded.due_at, simulated = excluded.simulated
                        """)
                .param("project", project.toString())
                .param("due", due.map(Agenda::utc).orElse(null))
                .param("simulated", OfficeTime.isSimulated())
                .update();
    }

    /** A notice moves what is running: every project looks at it when it is known. */
    void lookAtAll(Instant at) {
        jdbc.sql("update office.agenda set due_at = least(due_at, :at)")
                .param("at", utc(at))
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
