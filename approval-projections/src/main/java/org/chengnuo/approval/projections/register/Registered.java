package org.chengnuo.approval.projections.register;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.ProjectCard.Code;
import org.chengnuo.approval.projections.intake.Stories;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Looks up projects and filings. Before the first build of the register there are none. */
public final class Registered {

    private static final String PROJECTS =
            """
            select p.*, f.filings, f.open from views.project p,
                lateral (select count(*) as filings,
                    count(*) filter (where state in (%s)) as open
                    from views.filing where project_id = p.id) f
            where true
            """
                    .formatted(
                            quoted(
                                    FilingState.NOT_RECEIVED,
                                    FilingState.RECEIVED,
                                    FilingState.AWAITING_CORRECTION,
                                    FilingState.CORRECTED,
                                    FilingState.IN_REVIEW,
                                    FilingState.STOPPED));

    private static final String FILINGS =
            """
            select f.*, p.name as project_name
            from views.filing f join views.project p on p.id = f.project_id
            where true
            """;

    /** SQL state of PostgreSQL: the first build has not begun. */
    private static final String NO_TABLE = "42P01";

    private final JdbcClient views;
    private final JsonMapper json = Stories.json();

    public Registered(DataSource views) {
        this.views = JdbcClient.create(views);
    }

    public Optional<ProjectRow> project(ProjectId id) {
        return rows(PROJECTS + " and p.id = :id", Map.of("id", id.value()), this::project).stream()
                .findFirst();
    }

    public Optional<FilingRow> filing(FilingId id) {
        return rows(FILINGS + " and f.id = :id", Map.of("id", id.toString()), Registered::filing)
                .stream()
                .findFirst();
    }

    /** Those of the filings that the register has, by their ids. */
    public Map<String, FilingRow> filings(Collection<FilingId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<String> texts = ids.stream().map(FilingId::toString).toList();
        return rows(FILINGS + " and f.id in (:ids)", Map.of("ids", texts), Registered::filing)
                .stream()
                .collect(Collectors.toMap(FilingRow::id, Function.identity()));
    }

    /** Those of the projects that the register has, by their ids. */
    public Map<String, ProjectRow> projects(Collection<ProjectId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<UUID> values = ids.stream().map(ProjectId::value).toList();
        return rows(PROJECTS + " and p.id in (:ids)", Map.of("ids", values), this::project).stream()
                .collect(Collectors.toMap(ProjectRow::id, Function.identity()));
    }

    /**
     * The projects, those registered last first.
     *
     * @param from where the page begins, as a page before it said; null for the first page
     * @param limit 1 to {@value Page#LARGEST}
     * @throws IllegalArgumentException if {@code from} is not of a page of this filter's kind
     */
    public Page<ProjectRow> projects(ProjectFilter filter, @Nullable String from, int limit) {
        var sql = new StringBuilder(PROJECTS);
        var values = new LinkedHashMap<String, Object>();
        restrict(sql, values, "p.zone = :zone", "zone", filter.zone());
        restrict(sql, values, "p.import_id = :import", "import", filter.importId());
        restrict(
                sql,
                values,
                "(position(lower(:text) in lower(p.name)) > 0 or starts_with(p.code, :text)"
                        + " or starts_with(p.case_id, :text))",
                "text",
                filter.text());
        if (from != null) {
            Cursor cursor = Cursor.of(from);
            sql.append(" and (p.registered_at, p.id) < (:at, :id)");
            values.put("at", cursor.at());
            values.put("id", UUID.fromString(cursor.id()));
        }
        sql.append(" order by p.registered_at desc, p.id desc");
        return page(
                sql,
                values,
                limit,
                this::project,
                row -> new Cursor(row.registeredAt().atOffset(ZoneOffset.UTC), row.id()));
    }

    /**
     * The filings, those opened last first.
     *
     * @param from where the page begins, as a page before it said; null for the first page
     * @param limit 1 to {@value Page#LARGEST}
     * @throws IllegalArgumentException if {@code from} is not of a page of this filter's kind
     */
    public Page<FilingRow> filings(FilingFilter filter, @Nullable String from, int limit) {
        var sql = new StringBuilder(FILINGS);
        var values = new LinkedHashMap<String, Object>();
        restrict(sql, values, "f.zone = :zone", "zone", filter.zone());
        restrict(sql, values, "f.item = :item", "item", filter.item());
        restrict(sql, values, "f.center = :center", "center", filter.center());
        restrict(
                sql,
                values,
                "f.state = :state",
                "state",
                filter.state() == null ? null : filter.state().name());
        restrict(
                sql,
                values,
                "f.project_id = :project",
                "project",
                filter.project() == null ? null : filter.project().value());
        restrict(sql, values, "f.import_id = :import", "import", filter.importId());
        restrict(sql, values, "f.case_id = :case", "case", filter.caseId());
        if (from != null) {
            Cursor cursor = Cursor.of(from);
            sql.append(" and (f.opened_at, f.id) < (:at, :id)");
            values.put("at", cursor.at());
            values.put("id", cursor.id());
        }
        sql.append(" order by f.opened_at desc, f.id desc");
        return page(
                sql,
                values,
                limit,
                Registered::filing,
                row -> new Cursor(row.openedAt().atOffset(ZoneOffset.UTC), row.id()));
    }

    private static void restrict(
            StringBuilder sql,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Page<T> page(
            StringBuilder sql,
            Map<String, Object> values,
            int limit,
            RowReader<T> reader,
            Function<T, Cursor> cursor) {
        int bounded = Math.clamp(limit, 1, Page.LARGEST);
        sql.append(" limit ").append(bounded + 1);
        List<T> rows = rows(sql.toString(), values, reader);
        if (rows.size() <= bounded) {
            return new Page<>(rows, null);
        }
        rows.removeLast();
        return new Page<>(rows, cursor.apply(rows.getLast()).toString());
    }

    private <T> List<T> rows(String sql, Map<String, Object> values, RowReader<T> reader) {
        try {
            return new ArrayList<>(
                    views.sql(sql).params(values).query((row, _) -> reader.read(row)).list());
        } catch (BadSqlGrammarException e) {
            if (e.getCause() instanceof SQLException cause
                    && NO_TABLE.equals(cause.getSQLState())) {
                return new ArrayList<>();
            }
            throw e;
        }
    }

    /** The last row of a page: its time, and its id where several are of one time. */
    private record Cursor(OffsetDateTime at, String id) {

        static Cursor of(String text) {
            int end = text.indexOf('~');
            try {
                if (end > 0) {
                    return new Cursor(
                            Instant.parse(text.substring(0, end)).atOffset(ZoneOffset.UTC),
                            text.substring(end + 1));
                }
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not the beginning of a page: " + text, e);
            }
            throw new IllegalArgumentException("not the beginning of a page: " + text);
        }

        @Override
        public String toString() {
            return at.toInstant() + "~" + id;
        }
    }

    private ProjectRow project(ResultSet row) throws SQLException {
        return new ProjectRow(
                row.getString("id"),
                row.getString("name"),
                row.getString("code"),
                List.of(json.readValue(row.getString("code_history"), Code[].class)),
                row.getString("enterprise"),
                row.getString("zone"),
                row.getString("region"),
                row.getString("industry"),
                row.getString("type"),
                row.getBigDecimal("investment"),
                row.getString("edition"),
                row.getString("import_id"),
                row.getString("case_id"),
                required(row, "registered_at"),
                row.getLong("filings"),
                row.getLong("open"));
    }

    private static FilingRow filing(ResultSet row) throws SQLException {
        return new FilingRow(
                row.getString("id"),
                row.getString("project_id"),
                row.getInt("number"),
                row.getString("project_name"),
                row.getString("zone"),
                row.getString("item"),
                row.getString("item_class"),
                row.getString("center"),
                row.getString("state"),
                row.getString("kind"),
                row.getBoolean("imported"),
                row.getString("import_id"),
                row.getString("case_id"),
                row.getString("calendar"),
                row.getString("edition"),
                row.getString("promised"),
                row.getString("statutory"),
                row.getString("extension"),
                row.getString("outcome"),
                row.getBoolean("deemed"),
                row.getInt("stops"),
                required(row, "opened_at"),
                instant(row, "received_at"),
                instant(row, "correction_requested_at"),
                instant(row, "correction_answered_at"),
                instant(row, "accepted_at"),
                instant(row, "decided_at"),
                instant(row, "delivered_at"),
                instant(row, "closed_at"),
                instant(row, "revoked_at"),
                required(row, "last_act_at"),
                required(row, "last_recorded_at"),
                row.getString("last_position"));
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String quoted(FilingState... states) {
        var names = new ArrayList<String>();
        for (FilingState state : states) {
            names.add("'" + state.name() + "'");
        }
        return String.join(", ", names);
    }
}
