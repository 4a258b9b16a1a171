package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.filing.LegalAct;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An import, as it is told.
 *
 * @param percent of reading while READING, of recording afterwards
 * @param mapped events that are legal acts under the mapping; null until the whole file is read
 * @param rejected of those, the acts that were not in turn
 * @param rate events per second of the latest run
 * @param refusal why it was refused, or failed
 * @param note what the state means for what is recorded
 */
record ImportView(
        String id,
        ImportState state,
        int percent,
        String fileName,
        long bytes,
        String contentHash,
        MappingView mapping,
        String zone,
        String actor,
        Count cases,
        Count events,
        @Nullable Long mapped,
        long rejected,
        double rate,
        @Nullable RefusalView refusal,
        @Nullable String note,
        @Nullable String noteZh,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    record MappingView(String name, String fingerprint) {}

    /**
     * @param total null until the whole file is read
     */
    record Count(long done, @Nullable Long total) {}

    record RefusalView(String reason, @Nullable Long line, String message, String messageZh) {}

    /** An import with some of its rejected acts, from the given number on. */
    record WithRejects(
            @com.fasterxml.jackson.annotation.JsonUnwrapped ImportView log,
            long rejectsFrom,
            List<RejectView> rejects) {}

    record RejectView(
            long line,
            String caseId,
            String activity,
            Instant occurredAt,
            LegalAct act,
            Reason reason,
            String reasonEn,
            String reasonZh,
            String detail) {

        static RejectView of(Reject reject) {
            return new RejectView(
                    reject.line(),
                    reject.caseId(),
                    reject.activity(),
                    reject.occurredAt(),
                    reject.act(),
                    reject.reason(),
                    reject.reason().english(),
                    reject.reason().chinese(),
                    reject.detail());
        }
    }

    static ImportView of(LogImport log, Instant now) {
        LogImport.Total total = log.total();
        LogImport.Refused refused = log.refused();
        boolean stopped = log.state() == ImportState.CANCELLED || log.state() == ImportState.FAILED;
        return new ImportView(
                log.id(),
                log.state(),
                log.percent(),
                log.fileName(),
                log.bytes(),
                log.hash(),
                new MappingView(log.mapping().name(), log.mapping().fingerprint()),
                log.zone(),
                log.actor(),
                new Count(log.casesDone(), total == null ? null : total.cases()),
                new Count(
                        log.state() == ImportState.READING
                                ? log.readSoFar().events()
                                : log.eventsDone(),
                        total == null ? null : total.events()),
                total == null ? null : total.mapped(),
                log.rejected(),
                log.rate(now),
                refused == null
                        ? null
                        : new RefusalView(
                                refused.reason(),
                                refused.line(),
                                refused.english(),
                                refused.chinese()),
                stopped
                        ? "The %d cases that were recorded stay: they are history. Post the same file again to go on."
                                .formatted(log.casesDone())
                        : null,
                stopped ? "已记录的 %d 个案件作为历史保留。重新提交同一文件即可继续。".formatted(log.casesDone()) : null,
                log.received(),
                log.started(),
                log.finished());
    }
}
