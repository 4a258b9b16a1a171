package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.register.ProjectRow;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

@RealParts
class RebuildTest {

    private static final String PROJECTS =
            "select id, name, zone, sequence, card from views.project order by id";
    private static final String FILINGS =
            "select id, state, received_at, accepted_at, decided_at, last_position, card"
                    + " from views.filing order by id";

    @TempDir Path folder;
    @TempDir Path another;

    private TestJournal journal;

    @BeforeEach
    void given(Parts parts) {
        journal = new TestJournal(parts);
    }

    private void tell(int number) {
        Instant received = at("2018-09-03T09:00").plusSeconds(37L * number);
        journal.append(
                received,
                List.of(
                        registered(project(number), "LF-0" + number % 3),
                        received(filing(number), received)));
        journal.append(
                received,
                List.of(accepted(filing(number), received.plusSeconds(50_000L + number))));
        if (number % 4 != 0) {
            journal.append(
                    received,
                    List.of(
                            decided(
                                    filing(number),
                                    received.plusSeconds(9_000L * number + 60_000))));
        }
    }

    private void tell(int from, int to) {
        for (int number = from; number < to; number++) {
            tell(number);
        }
    }

    private static List<Turnaround> answers(Running running) {
        var answers = new ArrayList<Turnaround>();
        for (Measure measure : Measure.values()) {
            for (Clock clock : Clock.values()) {
                answers.add(
                        running.turnarounds()
                                .answer(Question.of(measure, clock).by(Dimension.ZONE)));
            }
        }
        answers.add(
                running.turnarounds()
                        .answer(
                                Question.of(Measure.REVIEW, Clock.WORKING)
                                        .by(Basis.ATTESTED)
                                        .by(Dimension.MONTH)));
        return answers;
    }

    @Test
    void twoProcessesFillTheRegisterTogether() {
        tell(0, 20);
        List<String> projects;
        List<String> filings;
        try (var one = new Running(journal, folder, 3);
                var other = new Running(journal, another, 3)) {
            for (int number = 20; number < 120; number++) {
                tell(number);
            }
            one.caughtUp();
            other.caughtUp();
            for (Running each : List.of(one, other)) {
                assertThat(each.intake().status("register").parked()).isZero();
                assertThat(each.intake().status("register").lastError()).isNull();
            }
            assertThat(answers(one)).isEqualTo(answers(other));
            projects = journal.rows(PROJECTS);
            filings = journal.rows(FILINGS);
        }

        try (var alone = new Running(journal, folder, 1000).caughtUp()) {
            alone.rebuilt("register");
            assertThat(journal.rows(PROJECTS)).isEqualTo(projects);
            assertThat(journal.rows(FILINGS)).isEqualTo(filings);
        }
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        tell(0, 20);
        try (var running = new Running(journal, folder, 7).caughtUp()) {
            assertThat(running.registered().filing(filing(19))).isPresent();
        }
        List<String> builds = journal.rows("select id from views.build");
        tell(20, 40);

        List<Turnaround> gone;
        List<String> projects;
        List<String> filings;
        try (var running = new Running(journal, folder, 7).caughtUp()) {
            gone = answers(running);
            projects = journal.rows(PROJECTS);
            filings = journal.rows(FILINGS);
        }

        assertThat(journal.rows("select id from views.build")).isEqualTo(builds);
        try (var fresh = new Running(journal, another, 1000).caughtUp()) {
            assertThat(answers(fresh)).isEqualTo(gone);
            fresh.rebuilt("register");
            assertThat(journal.rows(PROJECTS)).isEqualTo(projects);
            assertThat(journal.rows(FILINGS)).isEqualTo(filings);
        }
    }

    @Test
    void aTextIsInTheRegisterAsItIsWritten() {
        String name = "\"焦炉\", 改造\n\\.\n\\N\t''";
        journal.append(
                at("2018-09-03T09:00"),
                List.of(
                        new ProjectRegistered(
                                project(1),
                                at("2018-09-03T09:00"),
                                name,
                                null,
                                new CreditCode("11320000MB151840XJ"),
                                new ZoneCode("LF-01"),
                                new RegionCode("141002"),
                                new IndustryCode("0610"),
                                ProjectType.RECORD_FILED,
                                new Money(new BigDecimal("12000000.50")),
                                "")));

        try (var running = new Running(journal, folder, 100).caughtUp()) {
            ProjectRow row = running.registered().project(project(1)).orElseThrow();
            assertThat(row.name()).isEqualTo(name);
            assertThat(row.edition()).isEmpty();
            assertThat(row.investment()).isEqualByComparingTo("12000000.50");
        }
    }

    @Test
    void whileItIsRebuiltEventsComeInAndQueriesAreAnswered() throws Exception {
        tell(0, 150);
        try (var running = new Running(journal, folder, 100).caughtUp()) {
            var stop = new AtomicBoolean();
            var failed = new AtomicReference<@Nullable Throwable>();
            Thread writer =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int n = 150; !stop.get() && n < 700; n++) {
                                            tell(n);
                                        }
                                    });
            Thread reader =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        while (!stop.get()) {
                                            readOnce(running, failed);
                                        }
                                    });

            running.rebuilt("register");
            running.rebuilt("reviewtimes");

            stop.set(true);
            writer.join();
            reader.join();
            running.caughtUp();
            assertThat(failed.get()).isNull();
            List<Turnaround> answers = answers(running);
            List<String> filings = journal.rows(FILINGS);
            assertThat(running.intake().status())
                    .allSatisfy(status -> assertThat(status.lastError()).isNull());

            running.rebuilt("register");
            assertThat(journal.rows(FILINGS)).isEqualTo(filings);
            try (var fresh = new Running(journal, another, 1000).caughtUp()) {
                assertThat(answers(fresh)).isEqualTo(answers);
            }
        }
    }

    private static void readOnce(Running running, AtomicReference<@Nullable Throwable> failed) {
        try {
            assertThat(running.registered().filing(filing(149))).isPresent();
            assertThat(
                            running.turnarounds()
                                    .answer(Question.of(Measure.HIDDEN, Clock.WORKING))
                                    .groups()
                                    .getFirst()
                                    .n())
                    .isGreaterThanOrEqualTo(150);
        } catch (Throwable t) {
            failed.compareAndSet(null, t);
        }
    }

    @Test
    void aDamagedFileIsBuiltAgainByItself() throws IOException {
        tell(0, 20);
        List<Turnaround> before;
        try (var running = new Running(journal, folder, 100).caughtUp()) {
            before = answers(running);
        }
        Path file = folder.resolve("reviewtimes.duckdb");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 3) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);

        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(answers(running)).isEqualTo(before);
        }

        // Its head is well, and its blocks are not.
        bytes = Files.readAllBytes(file);
        for (int i = 16_384; i < bytes.length; i += 64) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(healed(running)).isEqualTo(before);
        }

        Files.writeString(file, "not a database");
        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(answers(running)).isEqualTo(before);
        }

        Files.delete(file);
        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(answers(running)).isEqualTo(before);
        }
    }

    /** The first query may be the one that finds the damage. */
    private static List<Turnaround> healed(Running running) {
        for (int tries = 0; ; tries++) {
            try {
                return answers(running.caughtUp());
            } catch (StoreFailure | StatisticsUnavailable e) {
                if (tries == 50) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileOfAnotherJournalIsBuiltAgainByItself(Parts parts) {
        tell(0, 20);
        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(answers(running)).isNotEmpty();
        }
        journal = new TestJournal(parts);
        tell(0, 3);

        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(
                            running.turnarounds()
                                    .answer(Question.of(Measure.HIDDEN, Clock.CALENDAR))
                                    .groups()
                                    .getFirst()
                                    .n())
                    .isEqualTo(3);
        }
    }

    @Test
    void tablesAheadOfTheirJournalAreBuiltAgainByThemselves() {
        tell(0, 20);
        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(answers(running)).isNotEmpty();
        }
        // As after a restore of an older backup.
        journal.execute("alter table journal.event disable trigger append_only");
        journal.execute("delete from journal.event where stream > '" + project(9) + "'");

        try (var running = new Running(journal, folder, 100).caughtUp()) {
            assertThat(running.registered().filing(filing(9))).isPresent();
            assertThat(running.registered().filing(filing(10))).isEmpty();
            assertThat(
                            running.turnarounds()
                                    .answer(Question.of(Measure.HIDDEN, Clock.CALENDAR))
                                    .groups()
                                    .getFirst()
                                    .n())
                    .isEqualTo(10);
        }
    }

    @Test
    void withoutFactsNoFiguresAreGiven() {
        var running = new Running(journal, folder, 100).caughtUp();
        running.close();

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () ->
                                        running.turnarounds()
                                                .answer(Question.of(Measure.SPAN, Clock.CALENDAR))))
                .isInstanceOf(StatisticsUnavailable.class);
    }
}
