package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.journal.Recorded;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.api.office.Request;
import org.chengnuo.approval.filing.ActParticulars;
import org.chengnuo.approval.filing.HistoricRow;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.ImportHistory;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ZoneCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Works at one import, from wherever it stands to its end. First the whole file is read and checked
 * ({@link StagedLog}); only then its cases go into the journal, in their order. The cases of one
 * transaction, their rejected acts and the number of the next case are kept together or not at all:
 * so an import that is killed goes on with no case twice and none left out.
 */
@Component
class ImportRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRecorder.class);

    /** A commit costs a write to the disk, so several cases share one. */
    private static final int EVENTS_AT_ONCE = 2_000;

    /** Each case takes a lock, of which PostgreSQL has room for some thousand in all. */
    private static final int CASES_AT_ONCE = 200;

    private static final long TOLD_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final Imports imports;
    private final ImportFolder folder;
    private final ShippedMappings mappings;
    private final ImportSettings settings;
    private final Desk desk;
    private final TransactionTemplate transaction;

    ImportRecorder(
            Imports imports,
            ImportFolder folder,
            ShippedMappings mappings,
            ImportSettings settings,
            Desk desk,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.folder = folder;
        this.mappings = mappings;
        this.settings = settings;
        this.desk = desk;
        this.transaction = transaction;
    }

    /**
     * @param stopping asked between two steps; once true, the import is left as it stands, and goes
     *     on another time
     */
    void workAt(LogImport log, BooleanSupplier stopping) {
        ImportMapping mapping = mappings.find(log.mapping().document());
        Path staged = folder.staged(log.hash(), mapping);
        try {
            boolean wasRead = Files.exists(staged);
            if (!imports.begin(log.id(), wasRead ? ImportState.RECORDING : ImportState.READING)) {
                return;
            }
            boolean ended;
            try (StagedLog cases = wasRead ? reopened(staged) : read(log, mapping, stopping)) {
                ended =
                        imports.readToTheEnd(log.id(), cases.summary())
                                && recorded(log, mapping, cases, stopping)
                                && imports.done(log.id());
            }
            if (ended) {
                folder.clear(log.hash());
                LOG.info("import {} of {} is done", log.id(), log.fileName());
            }
        } catch (ImportCancelled _) {
            LOG.info("import {} of {} has stopped", log.id(), log.fileName());
        } catch (ImportRefused refused) {
            refuse(log, refused);
        } catch (IOException | RuntimeException fault) {
            LOG.error("import {} of {} has failed", log.id(), log.fileName(), fault);
            var _ =
                    imports.fail(
                            log.id(),
                            "A fault of the program or the machine (%s). Post the same file again to go on."
                                    .formatted(fault),
                            "程序或机器故障（%s）。请重新提交同一文件以继续。".formatted(fault));
        }
    }

    private void refuse(LogImport log, ImportRefused refused) {
        LOG.info("import {} of {} is refused: {}", log.id(), log.fileName(), refused.inEnglish());
        if (imports.refuse(log.id(), refused)) {
            try {
                folder.clear(log.hash());
            } catch (IOException left) {
                LOG.warn("the file of import {} is left behind", log.id(), left);
            }
        }
    }

    private StagedLog read(LogImport log, ImportMapping mapping, BooleanSupplier stopping)
            throws IOException {
        return StagedLog.stage(
                folder.upload(log.hash()),
                folder.staged(log.hash(), mapping),
                mapping,
                settings.limits(),
                new ToldProgress(log.id(), stopping));
    }

    private static StagedLog reopened(Path staged) throws IOException {
        try {
            return StagedLog.open(staged).orElseThrow();
        } catch (StagedLog.StagingFailed broken) {
            // So that the next try reads the file again.
            StagedLog.clear(staged);
            throw broken;
        }
    }

    private boolean recorded(
            LogImport log, ImportMapping mapping, StagedLog staged, BooleanSupplier stopping) {
        Iterator<StagedCase> cases = staged.casesFrom(log.casesDone());
        long next = log.casesDone();
        Optional<StagedCase> first = taken(cases);
        while (first.isPresent()) {
            List<StagedCase> together = new ArrayList<>();
            int events = 0;
            do {
                together.add(first.get());
                events += first.get().rows().size();
                first = taken(cases);
            } while (first.isPresent()
                    && together.size() < CASES_AT_ONCE
                    && events + first.get().rows().size() <= EVENTS_AT_ONCE);
            if (stopping.getAsBoolean() || !record(log, mapping, together, next, events)) {
                return false;
            }
            next += together.size();
        }
        return true;
    }

    private static Optional<StagedCase> taken(Iterator<StagedCase> cases) {
        return cases.hasNext() ? Optional.of(cases.next()) : Optional.empty();
    }

    /**
     * False if the import has been cancelled, or somebody else works at it: nothing is kept then.
     */
    private boolean record(
            LogImport log, ImportMapping mapping, List<StagedCase> cases, long next, int events) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            // All of the journal first: the append is the first write.
                            List<Recorded> recorded =
                                    cases.stream().map(each -> record(log, mapping, each)).toList();
                            long rejects = 0;
                            for (int i = 0; i < cases.size(); i++) {
                                var rejected = recorded.get(i).rejected();
                                if (!rejected.isEmpty()) {
                                    imports.reject(log.id(), cases.get(i), rejected);
                                    rejects += rejected.size();
                                }
                            }
                            boolean counts =
                                    imports.recorded(log.id(), next, cases.size(), events, rejects);
                            if (!counts) {
                                status.setRollbackOnly();
                            }
                            return counts;
                        }));
    }

    private Recorded record(LogImport log, ImportMapping mapping, StagedCase from) {
        try {
            return desk.record(
                    new Request(
                            "import " + log.id(),
                            null,
                            null,
                            new Envelope(log.actor(), null, "import", log.id(), log.id())),
                    history(log, mapping, from));
        } catch (Refusal | StaleVersion impossible) {
            throw new IllegalStateException("history is not refused", impossible);
        }
    }

    private static ImportHistory history(LogImport log, ImportMapping mapping, StagedCase from) {
        Map<Detail, String> said = from.said();
        return new ImportHistory(
                projectOf(log.hash(), from.caseId()),
                log.id(),
                from.caseId(),
                new ZoneCode(log.zone()),
                // A log knows no service centers; its zone is the office that handled the case.
                new CenterCode(log.zone()),
                mapping.itemOf(said),
                mapping.classOf(said),
                mapping.calendarOf(said),
                mapping.name(),
                mapping.termsOf(said),
                from.rows().stream().map(row -> historic(mapping, row)).toList());
    }

    private static HistoricRow historic(ImportMapping mapping, LogRow row) {
        LegalAct act = mapping.actOf(row).orElse(null);
        return new HistoricRow(
                row.line(),
                row.at(),
                row.activity(),
                row.resource(),
                act,
                act == null ? ActParticulars.NONE : mapping.particularsOf(row.said()),
                mapping.namesActs());
    }

    /** The same case of the same content is the same project. */
    static ProjectId projectOf(String hash, String caseId) {
        return new ProjectId(
                UUID.nameUUIDFromBytes((hash + "\n" + caseId).getBytes(StandardCharsets.UTF_8)));
    }

    /** Written down now and then; and what is written down says whether to go on. */
    private final class ToldProgress implements Progress {

        private final String id;
        private final BooleanSupplier stopping;
        private long told = System.nanoTime();
        private boolean cancelled;

        ToldProgress(String id, BooleanSupplier stopping) {
            this.id = id;
            this.stopping = stopping;
        }

        @Override
        public void read(long bytes, long ofBytes, long events) {
            if (System.nanoTime() - told >= TOLD_EVERY_NANOS) {
                cancelled = !imports.readSoFar(id, bytes, events);
                told = System.nanoTime();
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled || stopping.getAsBoolean();
        }
    }
}
