package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.OfficeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** An import that does not come to its end in one go. */
@OfficeTest
@TestPropertySource(properties = "chengnuo.imports.dir=target/imports-going-on")
class GoingOnTest {

    private static final int CASES = 900;
    private static final String MAPPING =
            Sample.yaml("log: {caseId: case, activity: activity, timestamp: time}\n");

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private Imports imports;
    @Autowired private ImportDesk desk;
    @Autowired private ImportRecorder recorder;
    @Autowired private ImportRunner runner;
    @Autowired private ImportFolder folder;

    /** So that the tests work at the imports themselves. */
    @BeforeEach
    void theServersOwnWorkRests() {
        runner.stop();
    }

    @AfterEach
    void nothingIsLeftUnderWay() {
        assertThat(imports.underWay()).isEmpty();
    }

    /** Of several transactions, because one has at most 200 cases. */
    private static String log(String name) {
        StringBuilder csv = new StringBuilder("case,activity,time\n");
        for (int i = 0; i < CASES; i++) {
            String at = "2014-01-%02dT09:00:00Z\n".formatted(1 + i % 28);
            csv.append(name).append(i).append(",in,").append(at);
            csv.append(name).append(i).append(",out,").append(at);
        }
        return csv.toString();
    }

    private LogImport handIn(String log) throws IOException {
        return desk.handIn(
                new ByteArrayInputStream(Sample.utf8(log)),
                "log.csv",
                MAPPING,
                "LF-01",
                "somebody");
    }

    private LogImport stateOf(LogImport log) {
        return imports.find(log.id()).orElseThrow();
    }

    private long journal(LogImport of, String name) {
        return jdbc.sql(
                        """
                        select count(*) from journal.event
                        where name = :name and metadata::json ->> 'import' = :id
                        """)
                .param("name", name)
                .param("id", of.id())
                .query(Long.class)
                .single();
    }

    private void isWholeAndOnce(LogImport log) {
        LogImport done = stateOf(log);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.casesDone()).isEqualTo(CASES);
        assertThat(done.eventsDone()).isEqualTo(2 * CASES);
        assertThat(done.rejected()).isEqualTo(CASES);
        assertThat(imports.rejects(log.id(), 0, 2 * CASES)).hasSize(CASES);
        assertThat(journal(log, "project.imported")).isEqualTo(CASES);
        assertThat(journal(log, "filing.work-step-recorded")).isEqualTo(2 * CASES);
        assertThat(journal(log, "filing.received")).isEqualTo(CASES);
        assertThat(folder.upload(log.hash()).getParent()).doesNotExist();
    }

    /** Once the import has begun to record, lets so many transactions pass. */
    private BooleanSupplier afterTransactions(LogImport log, int transactions, Runnable then) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            boolean recording = stateOf(log).state() == ImportState.RECORDING;
            if (recording && asked.getAndIncrement() == transactions) {
                then.run();
                return true;
            }
            return false;
        };
    }

    @Test
    void stopped_in_the_middle_it_goes_on_where_it_was() throws IOException {
        LogImport log = handIn(log("stopped"));

        recorder.workAt(log, afterTransactions(log, 2, () -> {}));

        LogImport stopped = stateOf(log);
        assertThat(stopped.state()).isEqualTo(ImportState.RECORDING);
        assertThat(stopped.casesDone()).isEqualTo(400);
        assertThat(journal(log, "project.imported")).isEqualTo(400);
        assertThat(imports.rejects(log.id(), 0, 2 * CASES)).hasSize(400);

        recorder.workAt(stopped, () -> false);
        isWholeAndOnce(log);
    }

    @Test
    void stopped_while_it_was_read_it_is_read_again() throws IOException {
        LogImport log = handIn(log("unread"));

        recorder.workAt(log, () -> true);

        assertThat(stateOf(log).state()).isEqualTo(ImportState.READING);
        assertThat(journal(log, "project.imported")).isZero();

        recorder.workAt(stateOf(log), () -> false);
        isWholeAndOnce(log);
    }

    @Test
    void a_server_that_starts_goes_on_with_what_the_last_one_left() throws Exception {
        LogImport log = handIn(log("left"));
        recorder.workAt(log, afterTransactions(log, 1, () -> {}));

        runner.start();
        while (stateOf(log).state().isUnderWay() || Files.exists(folder.upload(log.hash()))) {
            Thread.sleep(20);
        }
        runner.stop();

        isWholeAndOnce(log);
    }

    @Test
    void cancelled_in_the_middle_it_keeps_what_it_has_and_goes_on_when_posted_again()
            throws IOException {
        LogImport log = handIn(log("cancelled"));

        // Cancelled by somebody else, so that whoever works at it learns of it by the database.
        recorder.workAt(
                log,
                new BooleanSupplier() {
                    private final BooleanSupplier inTheMiddle =
                            afterTransactions(
                                    log, 2, () -> assertThat(imports.cancel(log.id())).isTrue());

                    @Override
                    public boolean getAsBoolean() {
                        var _ = inTheMiddle.getAsBoolean();
                        return false;
                    }
                });

        LogImport cancelled = stateOf(log);
        assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(cancelled.casesDone()).isEqualTo(400);
        assertThat(journal(log, "project.imported")).isEqualTo(400);
        assertThat(folder.upload(log.hash())).exists();
        assertThat(ImportView.of(cancelled, cancelled.received()).note()).contains("400 cases");

        LogImport again = handIn(log("cancelled"));
        assertThat(again.state()).isEqualTo(ImportState.RECEIVED);
        recorder.workAt(again, () -> false);
        isWholeAndOnce(log);
    }

    @Test
    void whoever_works_at_it_at_the_same_time_records_nothing_twice() throws Exception {
        LogImport log = handIn(log("two at once"));
        recorder.workAt(log, afterTransactions(log, 0, () -> {}));

        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> work = List.of(() -> workedAt(log), () -> workedAt(log));
            for (Future<Boolean> each : both.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        }
        while (stateOf(log).state().isUnderWay()) {
            recorder.workAt(stateOf(log), () -> false);
        }
        assertThat(journal(log, "project.imported")).isEqualTo(CASES);
        assertThat(stateOf(log).casesDone()).isEqualTo(CASES);
        assertThat(imports.rejects(log.id(), 0, 2 * CASES)).hasSize(CASES);
    }

    private boolean workedAt(LogImport log) {
        recorder.workAt(stateOf(log), () -> false);
        return true;
    }

    @Test
    void the_office_works_on_meanwhile() throws Exception {
        LogImport log = handIn(log("meanwhile"));
        Caller enterprise = new Caller(port, "enterprise");

        try (var threads = Executors.newFixedThreadPool(3)) {
            Future<?> imported = threads.submit(() -> recorder.workAt(log, () -> false));
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> registered(enterprise)));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
            imported.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        isWholeAndOnce(log);
    }

    private static int registered(Caller enterprise) {
        return enterprise
                .post(
                        "/api/v1/projects",
                        """
                        {"name":"项目","enterprise":"11320000MB151840XJ","zone":"LF-01","region":"141002",
                         "industry":"3391","type":"RECORD_FILED","investment":1,
                         "occurredAt":"2018-09-03T01:00:00Z"}
                        """)
                .status();
    }
}
