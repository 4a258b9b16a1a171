package org.chengnuo.approval.projections.reviewtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.answered;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.closed;
import static org.chengnuo.approval.projections.intake.Story.correction;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.delivered;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.imported;
import static org.chengnuo.approval.projections.intake.Story.importedFiling;
import static org.chengnuo.approval.projections.intake.Story.opened;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;
import static org.chengnuo.approval.projections.intake.Story.step;
import static org.chengnuo.approval.projections.intake.Story.terms;
import static org.chengnuo.approval.projections.intake.Story.withdrawn;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.ReviewExtended;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.register.FilingFilter;
import org.chengnuo.approval.projections.register.FilingRow;
import org.chengnuo.approval.projections.register.ProjectFilter;
import org.chengnuo.approval.projections.reviewtimes.Distribution.Scale;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A small journal: filing 1 with a correction, a stop that was recorded at once and an extension;
 * filing 2 whose stop was entered four days late; filing 3 deemed accepted and on its way; filing 4
 * withdrawn; and an imported case.
 */
class FactsOfAJournalTest {

    private static final long HOUR = 3600;

    @TempDir static Path folder;

    private static Running running;

    @BeforeAll
    static void given() {
        var journal = new TestJournal();
        // Monday 3 September 2018.
        tell(journal, "2018-08-01T09:00", registered(project(1), "LF-01"));
        tell(journal, "2018-09-03T09:00", received(filing(1), at("2018-09-03T09:00")));
        tell(journal, "2018-09-04T09:00", correction(filing(1), at("2018-09-04T09:00")));
        tell(journal, "2018-09-06T11:00", answered(filing(1), at("2018-09-06T11:00")));
        tell(journal, "2018-09-07T09:00", accepted(filing(1), at("2018-09-07T09:00")));
        tell(journal, "2018-09-10T09:00", opened(filing(1), at("2018-09-10T09:00"), 1));
        tell(journal, "2018-09-12T09:00", closed(filing(1), at("2018-09-12T09:00"), 1));
        tell(
                journal,
                "2018-09-13T09:00",
                new ReviewExtended(
                        filing(1),
                        at("2018-09-13T09:00"),
                        TimeLimit.workingDays(10),
                        "joint review",
                        "head"));
        tell(journal, "2018-09-14T17:00", decided(filing(1), at("2018-09-14T17:00")));
        tell(journal, "2018-09-17T10:00", delivered(filing(1), at("2018-09-17T10:00")));

        tell(journal, "2018-08-01T09:00", registered(project(2), "LF-02"));
        tell(journal, "2018-09-03T09:00", received(filing(2), at("2018-09-03T09:00")));
        tell(journal, "2018-09-03T09:00", accepted(filing(2), at("2018-09-03T09:00")));
        // Said to have begun four days before it was entered: it stops the attested clock only
        // then.
        tell(journal, "2018-09-08T09:00", opened(filing(2), at("2018-09-04T09:00"), 1));
        tell(journal, "2018-09-10T09:00", closed(filing(2), at("2018-09-10T09:00"), 1));
        tell(journal, "2018-10-08T09:00", decided(filing(2), at("2018-10-08T09:00")));

        tell(journal, "2018-08-01T09:00", registered(project(3), "LF-02"));
        tell(journal, "2018-10-09T09:00", received(filing(3), at("2018-10-09T09:00")));
        tell(
                journal,
                "2018-10-17T00:00",
                new FilingDeemedAccepted(filing(3), at("2018-10-09T09:00"), terms("cn")));

        tell(journal, "2018-08-01T09:00", registered(project(4), "LF-02"));
        tell(journal, "2018-09-03T09:00", received(filing(4), at("2018-09-03T09:00")));
        tell(journal, "2018-09-04T09:00", accepted(filing(4), at("2018-09-04T09:00")));
        tell(journal, "2018-09-20T09:00", withdrawn(filing(4), at("2018-09-20T09:00")));

        Instant first = Instant.parse("2011-10-11T11:45:40.276Z");
        journal.append(
                at("2020-01-01T00:00"),
                Map.of("actor", "analyst", "channel", "import", "import", "I-1"),
                List.of(
                        imported(project(5), first, "I-1", "case-10011"),
                        importedFiling(filing(5), first, "case-10011"),
                        step(filing(5), first),
                        step(filing(5), Instant.parse("2011-11-24T14:37:16.553Z"))));
        running = new Running(journal, folder, 5).caughtUp();
    }

    private static void tell(
            TestJournal journal,
            String recorded,
            org.chengnuo.approval.project.ProjectEvent event) {
        journal.append(at(recorded), List.of(event));
    }

    @AfterAll
    static void close() {
        running.close();
    }

    private static Question ask(Measure measure, Clock clock) {
        return Question.of(measure, clock);
    }

    private static List<BigDecimal> seconds(Question question) {
        return running.turnarounds().filings(question, List.of(), false, 0, 100).stream()
                .map(MeasuredFiling::seconds)
                .toList();
    }

    private static BigDecimal hours(double hours) {
        return BigDecimal.valueOf(Math.round(hours * HOUR * 1000), 3);
    }

    @Test
    void everyDurationOfTheHandbookByBothClocks() {
        assertThat(seconds(ask(Measure.WAITING, Clock.CALENDAR))).containsExactly(hours(50));
        assertThat(seconds(ask(Measure.WAITING, Clock.WORKING))).containsExactly(hours(7 + 7 + 2));
        assertThat(seconds(ask(Measure.HIDDEN, Clock.CALENDAR)))
                .containsExactly(hours(0), hours(0), hours(24), hours(96));
        assertThat(seconds(ask(Measure.HIDDEN, Clock.WORKING)))
                .containsExactly(hours(0), hours(0), hours(7), hours(4 * 7));
        assertThat(seconds(ask(Measure.GROSS, Clock.CALENDAR)))
                .containsExactly(hours(7 * 24 + 8), hours(35 * 24));
        assertThat(seconds(ask(Measure.GROSS, Clock.WORKING)).getFirst()).isEqualTo(hours(6 * 7));
        assertThat(seconds(ask(Measure.DELIVERY, Clock.CALENDAR))).containsExactly(hours(65));
        assertThat(seconds(ask(Measure.DELIVERY, Clock.WORKING))).containsExactly(hours(1));
        assertThat(seconds(ask(Measure.PATH, Clock.CALENDAR))).containsExactly(hours(14 * 24 + 1));
    }

    @Test
    void reviewTimeIsWithoutTheStopsThatTheBasisBelieves() {
        assertThat(seconds(ask(Measure.REVIEW, Clock.CALENDAR)))
                .containsExactly(hours(5 * 24 + 8), hours(29 * 24));
        assertThat(seconds(ask(Measure.REVIEW, Clock.WORKING)).getFirst()).isEqualTo(hours(4 * 7));
        assertThat(seconds(ask(Measure.REVIEW, Clock.CALENDAR).by(Basis.ATTESTED)))
                .containsExactly(hours(5 * 24 + 8), hours(33 * 24));
    }

    @Test
    void theSpanOfAnImportedCaseIsExactToTheMillisecondAndHasNoReview() {
        Question span =
                ask(Measure.SPAN, Clock.CALENDAR)
                        .of(FactFilter.ofImport("I-1"))
                        .by(Dimension.IMPORT);

        assertThat(running.turnarounds().answer(span).groups())
                .containsExactly(
                        group(
                                "I-1",
                                1,
                                0,
                                "3811896.277",
                                "3811896.277",
                                "3811896.277",
                                "3811896.277",
                                "3811896.277"));
        assertThat(seconds(ask(Measure.REVIEW, Clock.CALENDAR).of(FactFilter.ofImport("I-1"))))
                .isEmpty();
    }

    private static Group group(
            String key,
            long n,
            long open,
            String mean,
            String p50,
            String p90,
            String p95,
            String max) {
        return new Group(
                List.of(key),
                n,
                open,
                new BigDecimal(mean),
                new BigDecimal(p50),
                new BigDecimal(p90),
                new BigDecimal(p95),
                new BigDecimal(max));
    }

    @Test
    void whatIsOnItsWayIsShownBesideWhatHasEnded() {
        List<Group> zones =
                running.turnarounds()
                        .answer(ask(Measure.GROSS, Clock.CALENDAR).by(Dimension.ZONE))
                        .groups();

        assertThat(zones).extracting(Group::key).containsExactly("LF-01", "LF-02");
        assertThat(zones).extracting(Group::n).containsExactly(1L, 1L);
        // Filing 3; filing 4 was withdrawn.
        assertThat(zones).extracting(Group::openN).containsExactly(0L, 1L);
    }

    @Test
    void aPeriodCountsWhatEndedInItAndWhatWasOpenAtItsEnd() {
        Question september =
                ask(Measure.GROSS, Clock.CALENDAR)
                        .in(LocalDate.of(2018, 9, 1), LocalDate.of(2018, 10, 1));
        assertThat(running.turnarounds().answer(september).groups())
                .singleElement()
                .satisfies(
                        all -> {
                            assertThat(all.n()).isEqualTo(1);
                            assertThat(all.openN()).isEqualTo(1);
                        });
        // While filing 4 was not withdrawn yet.
        assertThat(
                        running.turnarounds()
                                .answer(september.in(null, LocalDate.of(2018, 9, 10)))
                                .groups())
                .singleElement()
                .satisfies(
                        all -> {
                            assertThat(all.n()).isZero();
                            assertThat(all.openN()).isEqualTo(3);
                            assertThat(all.meanSeconds()).isNull();
                        });
    }

    @Test
    void monthsShowWhatWasOpenAtTheirEnd() {
        List<Group> months =
                running.turnarounds()
                        .answer(ask(Measure.GROSS, Clock.CALENDAR).by(Dimension.MONTH))
                        .groups();

        assertThat(months).extracting(Group::key).containsExactly("2018-09", "2018-10");
        assertThat(months).extracting(Group::n).containsExactly(1L, 1L);
        assertThat(months).extracting(Group::openN).containsExactly(1L, 1L);
    }

    @Test
    void aStatisticLeadsToItsFilings() {
        assertThat(
                        running.turnarounds()
                                .filings(
                                        ask(Measure.GROSS, Clock.CALENDAR).by(Dimension.ZONE),
                                        List.of("LF-02"),
                                        true,
                                        0,
                                        10))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.filing()).isEqualTo(filing(2).toString());
                            assertThat(found.from()).isEqualTo(at("2018-09-03T09:00"));
                            assertThat(found.to()).isEqualTo(at("2018-10-08T09:00"));
                        });
    }

    @Test
    void whatWasDecidedInTimeIsCountedByBothBases() {
        assertThat(running.turnarounds().onTime(ask(Measure.SPAN, Clock.CALENDAR)).groups())
                .containsExactly(OnTime.Group.of(List.of(), 2, 1, 2, 1));
        assertThat(
                        running.turnarounds()
                                .onTime(ask(Measure.SPAN, Clock.CALENDAR).by(Dimension.ZONE))
                                .groups())
                .containsExactly(
                        OnTime.Group.of(List.of("LF-01"), 1, 1, 1, 1),
                        OnTime.Group.of(List.of("LF-02"), 1, 0, 1, 0));
    }

    @Test
    void aBinLeadsToItsFilings() {
        Question gross = ask(Measure.GROSS, Clock.CALENDAR);
        for (Distribution.Bin bin :
                running.turnarounds().distribution(gross, Scale.LINEAR, 10).bins()) {
            assertThat(
                            running.turnarounds()
                                    .filings(
                                            gross,
                                            List.of(),
                                            new Between(bin.fromSeconds(), bin.toSeconds()),
                                            true,
                                            0,
                                            10))
                    .hasSize((int) bin.n());
        }
    }

    @Test
    void aDistributionHasEveryFilingInOneBin() {
        for (Scale scale : Scale.values()) {
            Distribution hidden =
                    running.turnarounds()
                            .distribution(ask(Measure.HIDDEN, Clock.CALENDAR), scale, 30);

            assertThat(hidden.n()).isEqualTo(4);
            assertThat(hidden.bins().stream().mapToLong(Distribution.Bin::n).sum()).isEqualTo(4);
            assertThat(hidden.bins()).hasSizeBetween(10, 31);
        }
    }

    @Test
    void theRegisterShowsHowFarEachFilingHasCome() {
        FilingRow row = running.registered().filing(filing(1)).orElseThrow();

        assertThat(row.state()).isEqualTo(FilingState.DELIVERED.name());
        assertThat(row.promised()).isEqualTo("10 WD");
        assertThat(row.extension()).isEqualTo("10 WD");
        assertThat(row.stops()).isEqualTo(1);
        assertThat(row.deliveredAt()).isEqualTo(at("2018-09-17T10:00"));
        assertThat(running.registered().project(project(3)).orElseThrow().open()).isEqualTo(1);
        assertThat(running.registered().filing(filing(99))).isEmpty();
    }

    @Test
    void theRegisterIsReadByPages() {
        var first = running.registered().filings(FilingFilter.ALL, null, 3);
        var second = running.registered().filings(FilingFilter.ALL, first.next(), 3);

        assertThat(first.rows()).hasSize(3);
        assertThat(second.rows()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(first.rows()).doesNotContainAnyElementsOf(second.rows());
        assertThat(
                        running.registered()
                                .projects(new ProjectFilter("LF-02", null, "焦炉"), null, 2)
                                .rows())
                .hasSize(2);
    }
}
