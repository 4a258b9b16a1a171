package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.project.InvestmentProject.RejectedAct;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The imports, in the database. Every step says which state it goes on from, and learns whether it
 * did: so a cancellation, which only changes the state, is seen by whoever works at the import, be
 * it in another process.
 */
@Repository
class Imports {

    private static final String UNDER_WAY = "state in ('RECEIVED', 'READING', 'RECORDING')";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Imports(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    Optional<LogImport> find(String id) {
        return jdbc.sql("select * from office.import where id = :id")
                .param("id", id)
                .query(Imports::row)
                .optional();
    }

    /** Waits until nobody else is changing it. */
    Optional<LogImport> findToChange(String id) {
        return jdbc.sql("select * from office.import where id = :id for update")
                .param("id", id)
                .query(Imports::row)
                .optional();
    }

    /** The latest first. */
    List<LogImport> latest(int limit) {
        return jdbc.sql("select * from office.import order by received_at desc, id limit :limit")
                .param("limit", limit)
                .query(Imports::row)
                .list();
    }

    /** Those under way, in the order in which they came. */
    List<LogImport> underWay() {
        return jdbc.sql("select * from office.import where " + UNDER_WAY + " order by received_at")
                .query(Imports::row)
                .list();
    }

    /** The hashes of the contents whose files are still needed. */
    List<String> unfinishedHashes() {
        return jdbc.sql(
                        "select content_hash from office.import"
                                + " where state not in ('DONE', 'REFUSED')")
                .query((row, _) -> row.getString("content_hash"))
                .list();
    }

    /** False if the content is there already. */
    boolean add(
            SpooledUpload upload, String fileName, ImportMapping mapping, String zone, String by) {
        return jdbc.sql(
                                """
                                insert into office.import
                                    (id, content_hash, file_name, bytes, mapping_name, mapping_document,
                                     mapping_fingerprint, zone, actor, state, received_at)
                                values (:id, :hash, :fileName, :bytes, :mapping, :document, :fingerprint,
                                     :zone, :actor, 'RECEIVED', :now)
                                on conflict do nothing
                                """)
                        .params(posted(upload, fileName, mapping, zone, by))
                        .update()
                == 1;
    }

    /** From the start, perhaps under another mapping; for one of which nothing was recorded. */
    void startOver(
            SpooledUpload upload, String fileName, ImportMapping mapping, String zone, String by) {
        one(
                jdbc.sql(
                                """
                                update office.import
                                set file_name = :fileName, bytes = :bytes, mapping_name = :mapping,
                                    mapping_document = :document, mapping_fingerprint = :fingerprint,
                                    zone = :zone, actor = :actor, state = 'RECEIVED', received_at = :now,
                                    started_at = null, finished_at = null, bytes_read = 0,
                                    events_read = 0, cases = null, events = null, mapped = null,
                                    refusal_reason = null, refusal_line = null, refusal_en = null,
                                    refusal_zh = null
                                where id = :id and content_hash = :hash and cases_done = 0
                                """)
                        .params(posted(upload, fileName, mapping, zone, by))
                        .update());
    }

    /** From where it stopped. */
    void goOn(String id) {
        one(
                jdbc.sql(
                                """
                                update office.import
                                set state = 'RECEIVED', finished_at = null, refusal_reason = null,
                                    refusal_line = null, refusal_en = null, refusal_zh = null
                                where id = :id and state in ('CANCELLED', 'FAILED')
                                """)
                        .param("id", id)
                        .update());
    }

    private Map<String, Object> posted(
            SpooledUpload upload, String fileName, ImportMapping mapping, String zone, String by) {
        return Map.of(
                "id", LogImport.idOf(upload.hash()),
                "hash", upload.hash(),
                "fileName", fileName,
                "bytes", upload.bytes(),
                "mapping", mapping.name(),
                "document", mapping.document(),
                "fingerprint", mapping.fingerprint(),
                "zone", zone,
                "actor", by,
                "now", now());
    }

    /** A run begins. */
    boolean begin(String id, ImportState state) {
        return jdbc.sql(
                                """
                                update office.import
                                set state = :state, started_at = :now, events_done_before = events_done,
                                    bytes_read = 0, events_read = 0
                                where id = :id and %s
                                """
                                        .formatted(UNDER_WAY))
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean readSoFar(String id, long bytes, long events) {
        return jdbc.sql(
                                """
                                update office.import set bytes_read = :bytes, events_read = :events
                                where id = :id and state = 'READING'
                                """)
                        .param("id", id)
                        .param("bytes", bytes)
                        .param("events", events)
                        .update()
                == 1;
    }

    boolean readToTheEnd(String id, StagedLog.Summary log) {
        return jdbc.sql(
                                """
                                update office.import
                                set state = 'RECORDING', cases = :cases, events = :events,
                                    mapped = :mapped, bytes_read = bytes, events_read = :events
                                where id = :id and state in ('READING', 'RECORDING')
                                """)
                        .param("id", id)
                        .param("cases", log.cases())
                        .param("events", log.events())
                        .param("mapped", log.mapped())
                        .update()
                == 1;
    }

    boolean recorded(String id, long fromCase, long cases, long events, long rejects) {
        return jdbc.sql(
                                """
                                update office.import
                                set cases_done = cases_done + :cases, events_done = events_done + :events,
                                    rejected = rejected + :rejects
                                where id = :id and state = 'RECORDING' and cases_done = :from
                                """)
                        .param("id", id)
                        .param("from", fromCase)
                        .param("cases", cases)
                        .param("events", events)
                        .param("rejects", rejects)
                        .update()
                == 1;
    }

    /** The rejected acts of one case. */
    void reject(String id, StagedCase of, List<RejectedAct> acts) {
        List<Object[]> rows = new ArrayList<>();
        for (RejectedAct act : acts) {
            rows.add(
                    new Object[] {
                        id,
                        of.number(),
                        rows.size(),
                        act.row().line(),
                        of.caseId(),
                        act.row().activity(),
                        at(act.row().occurredAt()),
                        String.valueOf(act.row().act()),
                        act.reason().name(),
                        act.detail()
                    });
        }
        var _ =
                batches.batchUpdate(
                        """
                        insert into office.import_reject
                            (import, case_number, place, line, case_id, activity, occurred_at, act,
                             reason, detail)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        rows);
    }

    boolean done(String id) {
        return finish(id, ImportState.DONE, "state = 'RECORDING'", null);
    }

    boolean refuse(String id, ImportRefused refused) {
        return finish(
                id,
                ImportState.REFUSED,
                "state = 'READING'",
                new LogImport.Refused(
                        refused.reason().name(),
                        refused.line().isPresent() ? refused.line().getAsLong() : null,
                        refused.inEnglish(),
                        refused.inChinese()));
    }

    boolean fail(String id, String english, String chinese) {
        return finish(
                id,
                ImportState.FAILED,
                UNDER_WAY,
                new LogImport.Refused("FAULT", null, english, chinese));
    }

    boolean cancel(String id) {
        return finish(id, ImportState.CANCELLED, UNDER_WAY, null);
    }

    private boolean finish(
            String id, ImportState state, String from, LogImport.@Nullable Refused why) {
        return jdbc.sql(
                                """
                                update office.import
                                set state = :state, finished_at = :now, refusal_reason = :reason,
                                    refusal_line = :line, refusal_en = :english, refusal_zh = :chinese
                                where id = :id and %s
                                """
                                        .formatted(from))
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", now())
                        .param("reason", why == null ? null : why.reason())
                        .param("line", why == null ? null : why.line())
                        .param("english", why == null ? null : why.english())
                        .param("chinese", why == null ? null : why.chinese())
                        .update()
                == 1;
    }

    /** In the order of the cases, and within a case of the acts. */
    List<Reject> rejects(String id, long from, int limit) {
        return jdbc.sql(
                        """
                        select * from office.import_reject where import = :id
                        order by case_number, place offset :from limit :limit
                        """)
                .param("id", id)
                .param("from", from)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Reject(
                                        row.getLong("line"),
                                        row.getString("case_id"),
                                        row.getString("activity"),
                                        instant(row, "occurred_at"),
                                        LegalAct.valueOf(row.getString("act")),
                                        Reason.valueOf(row.getString("reason")),
                                        row.getString("detail")))
                .list();
    }

    /** How many acts were rejected for which reason, the most frequent first. */
    Map<Reason, Long> rejectedByReason(String id) {
        Map<Reason, Long> byReason = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select reason, count(*) as acts from office.import_reject where import = :id
                        group by reason order by acts desc, reason
                        """)
                .param("id", id)
                .query(
                        row -> {
                            byReason.put(
                                    Reason.valueOf(row.getString("reason")), row.getLong("acts"));
                        });
        return byReason;
    }

    private static LogImport row(ResultSet row, int number) throws SQLException {
        Long cases = row.getObject("cases", Long.class);
        String refusal = row.getString("refusal_reason");
        return new LogImport(
                row.getString("id"),
                row.getString("content_hash"),
                row.getString("file_name"),
                row.getLong("bytes"),
                new LogImport.Mapping(
                        row.getString("mapping_name"),
                        row.getString("mapping_document"),
                        row.getString("mapping_fingerprint")),
                row.getString("zone"),
                row.getString("actor"),
                ImportState.valueOf(row.getString("state")),
                instant(row, "received_at"),
                instantOrNull(row, "started_at"),
                instantOrNull(row, "finished_at"),
                new LogImport.ReadSoFar(row.getLong("bytes_read"), row.getLong("events_read")),
                cases == null
                        ? null
                        : new LogImport.Total(cases, row.getLong("events"), row.getLong("mapped")),
                row.getLong("cases_done"),
                row.getLong("events_done"),
                row.getLong("events_done_before"),
                row.getLong("rejected"),
                refusal == null
                        ? null
                        : new LogImport.Refused(
                                refusal,
                                row.getObject("refusal_line", Long.class),
                                row.getString("refusal_en"),
                                row.getString("refusal_zh")));
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an import changed under our hands");
        }
    }
}
