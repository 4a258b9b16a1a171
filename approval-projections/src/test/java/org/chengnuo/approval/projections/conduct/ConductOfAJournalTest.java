package org.chengnuo.approval.projections.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.answered;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.correction;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.imported;
import static org.chengnuo.approval.projections.intake.Story.importedFiling;
import static org.chengnuo.approval.projections.intake.Story.opened;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.receivedAbroad;
import static org.chengnuo.approval.projections.intake.Story.registered;
import static org.chengnuo.approval.projections.intake.Story.terms;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.SpecialProcedureClosed;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.policy.FilingKind;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEvent.PolicyDrafted;
import org.chengnuo.approval.policy.PolicyEvent.PolicyPublished;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.projections.conduct.ConductSummary.OfCenter;
import org.chengnuo.approval.projections.conduct.Finding.Evidence;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.Story;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * For each rule something small that it finds, and beside it what looks like it and is not found.
 * Accepted on Monday 3 September 2018 with 10 working days, a filing is due on Monday the 17th.
 */
class ConductOfAJournalTest {

    private static final ItemCode QUICK = new ItemCode("cn-shanxi", "quick");
    private static final ItemCode GROWN = new ItemCode("cn-shanxi", "grown");
    private static final CenterCode TO_THE_DAY = new CenterCode("LF-C2");
    private static final CenterCode AS_IT_COMES = new CenterCode("LF-C3");

    @TempDir static Path folder;

    private static TestJournal journal;
    private static Running running;
    private static Conduct conduct;

    @BeforeAll
    static void given() {
        journal = new TestJournal();
        stops();
        corrections();
        acceptances();
        hours();
        backEntries();
        relabelled();
        lastDays();
        running = new Running(journal, folder, 500).caughtUp();
        conduct =
                new Conduct(
                        running.times(),
                        new Rulebook(ShippedCalendars::named, () -> editions()),
                        ConductThresholds.USUAL);
    }

    private static void stops() {
        // 1: on day 9 of 10; decided on day 12, after a stop of two days.
        inReview(1);
        stopped(1, 1, "2018-09-14T10:00", "2018-09-14T10:00", "2018-09-18T10:00", "E-1");
        tell("2018-09-19T10:00", decided(filing(1), at("2018-09-19T10:00")));
        // 2: experts are asked on day 2, at once entered, with a result; decided in time.
        inReview(2);
        stopped(2, 1, "2018-09-05T09:00", "2018-09-05T09:30", "2018-09-10T09:00", "E-2");
        tell("2018-09-14T10:00", decided(filing(2), at("2018-09-14T10:00")));
        // 3: entered two days after it is said to have begun, and late without it; 4: entered the
        // same evening.
        inReview(3);
        stopped(3, 1, "2018-09-05T09:00", "2018-09-07T09:00", "2018-09-10T09:00", "E-3");
        tell("2018-09-19T10:00", decided(filing(3), at("2018-09-19T10:00")));
        inReview(4);
        stopped(4, 1, "2018-09-05T09:00", "2018-09-05T17:00", "2018-09-10T09:00", "E-4");
        // 5: three days late without its stop of four; 6: without its stop of ten.
        inReview(5);
        stopped(5, 1, "2018-09-05T09:00", "2018-09-05T09:05", "2018-09-11T09:00", "E-5");
        tell("2018-09-20T10:00", decided(filing(5), at("2018-09-20T10:00")));
        inReview(6);
        stopped(6, 1, "2018-09-05T09:00", "2018-09-05T09:05", "2018-09-19T09:00", "E-6");
        tell("2018-09-20T10:00", decided(filing(6), at("2018-09-20T10:00")));
        // 7: experts twice.
        inReview(7);
        stopped(7, 1, "2018-09-04T09:00", "2018-09-04T09:05", "2018-09-05T09:00", "E-7");
        stopped(7, 2, "2018-09-06T09:00", "2018-09-06T09:05", "2018-09-07T09:00", "E-8");
        // 8: nothing came of the experts.
        inReview(8);
        stopped(8, 1, "2018-09-05T09:00", "2018-09-05T09:05", "2018-09-06T09:00", null);
    }

    private static void corrections() {
        // 10: on the last of the five days; 11: on the day before.
        received(10, "2018-09-03T09:00");
        tell("2018-09-10T09:00", correction(filing(10), at("2018-09-10T09:00")));
        received(11, "2018-09-03T09:00");
        tell("2018-09-07T09:00", correction(filing(11), at("2018-09-07T09:00")));
        // 12: the step that stood for the correction comes again; 13: another step does.
        importedCase(12, "ask for documents");
        importedCase(13, "look at documents");
    }

    private static void importedCase(long number, String last) {
        FilingId id = filing(number);
        journal.append(
                at("2020-01-01T00:00"),
                Map.of("actor", "analyst", "channel", "import", "import", "I-1"),
                List.of(
                        imported(project(number), at("2011-10-10T18:00"), "I-1", "case-" + number),
                        importedFiling(id, at("2011-10-10T18:00"), "case-" + number),
                        new WorkStepRecorded(id, at("2011-10-10T18:00"), "receive", "112"),
                        receivedAbroad(id, at("2011-10-10T18:00")),
                        new WorkStepRecorded(
                                id, at("2011-10-11T18:00"), "ask for documents", "112"),
                        correction(id, at("2011-10-11T18:00")),
                        new WorkStepRecorded(id, at("2011-10-12T18:00"), "documents came", "112"),
                        answered(id, at("2011-10-12T18:00")),
                        new WorkStepRecorded(id, at("2011-10-13T18:00"), last, "112")));
    }

    private static void acceptances() {
        // 14: six working days after the answer; 15: five. 16: by law.
        for (long number : new long[] {14, 15}) {
            received(number, "2018-09-03T09:00");
            tell("2018-09-04T09:00", correction(filing(number), at("2018-09-04T09:00")));
            tell("2018-09-06T20:00", answered(filing(number), at("2018-09-06T20:00")));
        }
        tell("2018-09-14T09:00", accepted(filing(14), at("2018-09-14T09:00")));
        tell("2018-09-13T09:00", accepted(filing(15), at("2018-09-13T09:00")));
        received(16, "2018-09-03T09:00");
        journal.append(
                at("2018-09-11T00:00"),
                Map.of("actor", "automation", "channel", "automation"),
                List.of(new FilingDeemedAccepted(filing(16), at("2018-09-03T09:00"), terms("cn"))));
    }

    private static void hours() {
        // 17: on a Saturday; 18: on one that was worked. The answers of 14 and 15 came at night.
        inReview(17);
        tell("2018-09-15T10:00", decided(filing(17), at("2018-09-15T10:00")));
        inReview(18);
        tell("2018-09-29T10:00", decided(filing(18), at("2018-09-29T10:00")));
    }

    private static void backEntries() {
        // 20 to 24: receipt and acceptance, keyed in days later in one hour. 30 to 33: the same,
        // but
        // too few; 34 to 38: as many, entered the same day.
        keyedIn(20, 5, "2018-10-11T14:%02d");
        keyedIn(30, 4, "2018-10-18T14:%02d");
        keyedIn(34, 5, "2018-10-09T16:%02d");
    }

    private static void keyedIn(long first, int filings, String entered) {
        for (int i = 0; i < filings; i++) {
            FilingId id = filing(first + i);
            tell("2018-08-01T09:00", registered(project(first + i), "LF-01"));
            tell(entered.formatted(4 * i), Story.received(id, at("2018-10-09T09:00")));
            tell(entered.formatted(4 * i + 1), accepted(id, at("2018-10-09T10:00")));
        }
    }

    private static void relabelled() {
        // Two items that were immediate: one takes the same two hours, the other a day more.
        for (int i = 0; i < 5; i++) {
            reviewed(40 + i, QUICK, "early", FilingKind.IMMEDIATE, "2018-11-05T11:00");
            reviewed(50 + i, QUICK, "later", FilingKind.PROMISED, "2018-11-05T11:10");
            reviewed(60 + i, GROWN, "early", FilingKind.IMMEDIATE, "2018-11-05T11:00");
            reviewed(70 + i, GROWN, "later", FilingKind.PROMISED, "2018-11-06T11:00");
        }
    }

    private static void reviewed(
            long number, ItemCode item, String edition, FilingKind kind, String decided) {
        AcceptanceTerms usual = terms("cn");
        AcceptanceTerms frozen =
                new AcceptanceTerms(
                        kind,
                        kind == FilingKind.IMMEDIATE
                                ? TimeLimit.workingDays(0)
                                : TimeLimit.workingDays(5),
                        usual.statutory(),
                        usual.extension(),
                        usual.calendar(),
                        edition,
                        usual.standard(),
                        usual.warnings(),
                        usual.lateEntryAfter());
        review(number, item, Story.CENTER, frozen, "2018-11-05T09:00", decided);
    }

    private static void lastDays() {
        // Accepted on Monday the 3rd: the 10 working days end on Monday the 17th.
        decidedOn(100, 10, TO_THE_DAY, "2018-12-14T10:00");
        decidedOn(110, 20, TO_THE_DAY, "2018-12-17T10:00");
        decidedOn(130, 4, TO_THE_DAY, "2018-12-18T10:00");
        decidedOn(140, 12, AS_IT_COMES, "2018-12-14T10:00");
        decidedOn(152, 12, AS_IT_COMES, "2018-12-17T10:00");
        decidedOn(164, 10, AS_IT_COMES, "2018-12-18T10:00");
    }

    private static void decidedOn(long first, int filings, CenterCode center, String decided) {
        for (int i = 0; i < filings; i++) {
            review(first + i, Story.ITEM, center, terms("cn"), "2018-12-03T09:00", decided);
        }
    }

    private static void review(
            long number,
            ItemCode item,
            CenterCode center,
            AcceptanceTerms terms,
            String begun,
            String decided) {
        FilingId id = filing(number);
        tell("2018-08-01T09:00", registered(project(number), "LF-01"));
        journal.append(
                at(begun),
                List.of(
                        new FilingReceived(
                                id,
                                at(begun),
                                item,
                                ItemClass.KEPT_APPROVAL,
                                center,
                                "R-1",
                                terms.edition(),
                                "cn"),
                        new FilingAccepted(id, at(begun), "S-1", terms)));
        tell(decided, decided(id, at(decided)));
    }

    private static void received(long number, String at) {
        tell("2018-08-01T09:00", registered(project(number), "LF-01"));
        tell(at, Story.received(filing(number), at(at)));
    }

    private static void inReview(long number) {
        received(number, "2018-09-03T09:00");
        tell("2018-09-03T09:00", accepted(filing(number), at("2018-09-03T09:00")));
    }

    private static void stopped(
            long number,
            int stop,
            String begun,
            String entered,
            String ended,
            @Nullable String result) {
        tell(entered, opened(filing(number), at(begun), stop));
        tell(ended, new SpecialProcedureClosed(filing(number), at(ended), stop, result));
    }

    private static void tell(String recorded, ProjectEvent event) {
        journal.append(at(recorded), List.of(event));
    }

    private static Policies editions() {
        return Policies.SHIPPED
                .evolve(new PolicyDrafted("early", at("2015-01-01T00:00"), of(true)))
                .evolve(published("early", "2015-01-01T00:00"))
                .evolve(new PolicyDrafted("later", at("2016-01-01T00:00"), of(false)))
                .evolve(published("later", "2016-01-01T00:00"));
    }

    private static PolicyPublished published(String edition, String from) {
        return new PolicyPublished(edition, at(from), Validity.from(at(from)), null);
    }

    private static PolicyContent of(boolean immediate) {
        PolicyContent shipped = ShippedPolicies.named("2018").content();
        return new PolicyContent(
                shipped.calendar(),
                shipped.correctionWindow(),
                shipped.answerWindow(),
                shipped.lateEntryAfter(),
                shipped.warnings(),
                shipped.publicity(),
                shipped.deemedBySilence(),
                List.of(item(QUICK, immediate), item(GROWN, immediate)),
                shipped.standards(),
                shipped.eligibility(),
                shipped.creditMeasures());
    }

    private static PolicyItem item(ItemCode code, boolean immediate) {
        return new PolicyItem(
                code,
                "事项",
                "Item",
                ItemClass.KEPT_APPROVAL,
                List.of(),
                "住建",
                immediate ? FilingKind.IMMEDIATE : FilingKind.PROMISED,
                TimeLimit.workingDays(immediate ? 0 : 5),
                null,
                null,
                false,
                Set.of(StopGround.EXPERT_REVIEW));
    }

    @AfterAll
    static void close() {
        running.close();
    }

    private static Question ask() {
        return Question.of(Measure.REVIEW, Clock.WORKING);
    }

    private static List<Finding> found(ConductRule rule) {
        return found(ask(), rule);
    }

    private static List<Finding> found(Question question, ConductRule rule) {
        return conduct.findings(question, EnumSet.of(rule), Severity.LOW, 0, 200).findings();
    }

    private static String[] filings(long... numbers) {
        return java.util.Arrays.stream(numbers)
                .mapToObj(number -> filing(number).toString())
                .toArray(String[]::new);
    }

    @Test
    void aStopBegunInTheLastTenthOfTheLimit() {
        assertThat(found(ConductRule.STOP_NEAR_THE_LIMIT))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.filing()).isEqualTo(filing(1).toString());
                            assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
                            assertThat(found.on()).isEqualTo("2018-09-14");
                            assertThat(found.sentence().en())
                                    .isEqualTo(
                                            "A stop for expert review began when 90 % of the limit"
                                                    + " of 10 working days was used.");
                            assertThat(found.sentence().zh())
                                    .isEqualTo("专家评审中止始于承诺时限（10个工作日）已用 90% 之时。");
                            assertThat(found.evidence())
                                    .extracting(Evidence::name)
                                    .containsExactly(
                                            "filing.special-procedure-opened",
                                            "filing.special-procedure-closed",
                                            "filing.decided");
                            assertThat(found.evidence().getFirst().recordedAt())
                                    .isEqualTo(at("2018-09-14T10:00"));
                        });
    }

    @Test
    void aStopEnteredMoreThanADayAfterItBegan() {
        assertThat(found(ConductRule.STOP_RECORDED_LATE))
                .extracting(Finding::filing)
                .containsExactly(filings(3));
    }

    @Test
    void aStopAsLongAsTheFilingWouldHaveBeenLate() {
        List<Finding> found = found(ConductRule.STOP_MATCHES_OVERRUN);

        assertThat(found).extracting(Finding::filing).containsExactly(filings(3, 5, 1));
        // What was entered when it began could not be computed from the overrun.
        assertThat(found)
                .extracting(Finding::severity)
                .containsExactly(Severity.HIGH, Severity.MEDIUM, Severity.MEDIUM);
        assertThat(found.get(1).sentence().en())
                .isEqualTo(
                        "Without stops the filing was 3 working days late; a stop for expert review"
                                + " took 4 working days, and so it was decided within the limit of"
                                + " 10 working days.");
        assertThat(found.get(1).figures())
                .contains(new Finding.Figure("overrun", BigDecimal.valueOf(3), "WD"));
    }

    @Test
    void stopsOneAfterTheOther() {
        assertThat(found(ConductRule.REPEATED_STOPS))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.filing()).isEqualTo(filing(7).toString());
                            assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
                            assertThat(found.evidenceN()).isEqualTo(4);
                        });
    }

    @Test
    void aStopOfWhichNothingCame() {
        assertThat(found(ConductRule.STOP_WITHOUT_RESULT))
                .extracting(Finding::filing)
                .containsExactly(filings(8));
    }

    @Test
    void aSecondCorrectionInAnImportedLog() {
        assertThat(found(ConductRule.SECOND_CORRECTION))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.filing()).isEqualTo(filing(12).toString());
                            assertThat(found.sentence().en())
                                    .contains("«ask for documents»", "2 times");
                        });
    }

    @Test
    void aCorrectionOnTheLastDayOfTheWindow() {
        assertThat(found(ConductRule.CORRECTION_ON_THE_LAST_DAY))
                .extracting(Finding::filing)
                .containsExactly(filings(10));
    }

    @Test
    void anAcceptanceThatWasParked() {
        List<Finding> found = found(ConductRule.ACCEPTANCE_PARKED);

        assertThat(found).extracting(Finding::filing).containsExactly(filings(16, 14));
        assertThat(found)
                .extracting(Finding::severity)
                .containsExactly(Severity.HIGH, Severity.MEDIUM);
        assertThat(found.getLast().sentence().zh()).isEqualTo("补正完成后 6 个工作日才受理，通常不超过 5 个。");
    }

    @Test
    void anActOfTheOfficeOnADayOff() {
        assertThat(found(ConductRule.OUTSIDE_HOURS))
                .extracting(Finding::filing)
                .containsExactly(filings(17));
    }

    @Test
    void manyBackEntriesWithinAnHour() {
        assertThat(found(ConductRule.BURST_OF_BACK_ENTRIES))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.filing()).isNull();
                            assertThat(found.center()).isEqualTo("LF-C1");
                            assertThat(found.on()).isEqualTo("2018-10-11");
                            assertThat(found.evidence()).hasSize(10);
                            assertThat(found.sentence().en())
                                    .isEqualTo(
                                            "Within 17 minutes 10 acts of 5 filings were entered"
                                                    + " that were more than 24.0 hours old, the"
                                                    + " oldest 53.3 hours.");
                        });
    }

    @Test
    void anItemThatIsPromisedNowAndTakesNoLonger() {
        assertThat(found(ConductRule.RELABELLED_KIND))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.item()).isEqualTo(QUICK.toString());
                            assertThat(found.sentence().en())
                                    .isEqualTo(
                                            "The item cn-shanxi:quick is immediate under edition"
                                                + " early and promised under later; the median was"
                                                + " 2.0 working hours (5 filings) and is 2.2 (5"
                                                + " filings).");
                        });
    }

    @Test
    void decisionsThatHeapOnTheLastDay() {
        assertThat(found(ConductRule.HEAPING_AT_THE_LIMIT))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.center()).isEqualTo(TO_THE_DAY.value());
                            assertThat(found.evidenceN()).isEqualTo(20);
                            assertThat(found.evidence())
                                    .extracting(Evidence::occurredAt)
                                    .containsOnly(at("2018-12-17T10:00"));
                        });
        assertThat(conduct.summary(ask()).heaping())
                .extracting(Heaping::center, Heaping::onTheLast, Heaping::standsOut)
                .contains(tuple("LF-C2", 20L, true), tuple("LF-C3", 12L, false));
    }

    @ParameterizedTest
    @EnumSource
    void theCountsOfTheSummaryAreThoseOfTheFindings(ConductRule rule) {
        for (Question question :
                List.of(
                        ask(),
                        ask().in(LocalDate.of(2018, 9, 10), LocalDate.of(2018, 12, 1)),
                        ask().of(FactFilter.ALL.with(Dimension.CENTER, "LF-C1")))) {
            ConductFindings findings =
                    conduct.findings(question, EnumSet.of(rule), Severity.LOW, 0, 200);
            ConductSummary.OfRule counted = conduct.summary(question).rules().get(rule.ordinal());

            assertThat(counted.rule()).isEqualTo(rule);
            assertThat(counted.findings())
                    .isEqualTo(findings.n())
                    .isEqualTo(findings.findings().size());
            assertThat(counted.centers().stream().mapToLong(OfCenter::findings).sum())
                    .isEqualTo(counted.findings());
            for (Severity severity : Severity.values()) {
                assertThat(counted.bySeverity().get(severity))
                        .isEqualTo(
                                findings.findings().stream()
                                        .filter(finding -> finding.severity() == severity)
                                        .count());
            }
            assertThat(counted.centers())
                    .allSatisfy(
                            center ->
                                    assertThat(center.filings())
                                            .isLessThanOrEqualTo(center.ofFilings()));
        }
    }

    @Test
    void aPeriodHasWhatShowsInIt() {
        Question last = ask().in(LocalDate.of(2018, 9, 20), null);

        assertThat(found(last, ConductRule.STOP_MATCHES_OVERRUN))
                .extracting(Finding::filing)
                .containsExactly(filings(5));
        assertThat(found(last, ConductRule.OUTSIDE_HOURS)).isEmpty();
    }

    @Test
    void whatWasFoundBeforeIsFoundAgainAsOfThen() {
        Question then = ask().asOf(new AsOf.By(at("2018-09-19T18:00")));

        assertThat(found(then, ConductRule.STOP_MATCHES_OVERRUN))
                .extracting(Finding::filing)
                .containsExactly(filings(3, 1));
        assertThat(found(then, ConductRule.BURST_OF_BACK_ENTRIES)).isEmpty();
        assertThat(
                        conduct.summary(then)
                                .rules()
                                .get(ConductRule.OUTSIDE_HOURS.ordinal())
                                .findings())
                .isEqualTo(1);
    }

    @Test
    void findingsAreReadByPages() {
        var all = EnumSet.allOf(ConductRule.class);
        ConductFindings whole = conduct.findings(ask(), all, Severity.LOW, 0, 200);
        List<Finding> paged =
                IntStream.range(0, (int) whole.n())
                        .mapToObj(i -> conduct.findings(ask(), all, Severity.LOW, i, 1).findings())
                        .flatMap(List::stream)
                        .toList();

        assertThat(paged).isEqualTo(whole.findings());
        assertThat(conduct.findings(ask(), all, Severity.HIGH, 0, 200).findings())
                .isNotEmpty()
                .allMatch(found -> found.severity() == Severity.HIGH);
    }

    @Test
    void aCenterIsHeldAgainstItsPeers() {
        OfCenter center =
                conduct.summary(ask())
                        .rules()
                        .get(ConductRule.RELABELLED_KIND.ordinal())
                        .centers()
                        .getFirst();

        assertThat(center.center()).isEqualTo("LF-C1");
        assertThat(center.filings()).isEqualTo(5);
        assertThat(center.peersMedianPer100()).isEqualByComparingTo("0");
        assertThat(center.p()).isNotNull().isLessThan(BigDecimal.ONE);
    }
}
