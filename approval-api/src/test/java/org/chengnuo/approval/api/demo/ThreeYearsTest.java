package org.chengnuo.approval.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentDeclined;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentWithdrawn;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObjectionDecided;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Letter;
import org.chengnuo.approval.construction.ConstructionEvent.ConstructionStarted;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.SupervisionEvent.BreachFound;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

class ThreeYearsTest {

    private static final long SEED = 20170625;

    @Test
    void theSameSeedGivesTheSameYears() {
        ThreeYears one = ThreeYears.of(SEED, 25);
        ThreeYears two = ThreeYears.of(SEED, 25);

        assertThat(two.acts()).isEqualTo(one.acts());
        assertThat(two.planted()).isEqualTo(one.planted());
        assertThat(ThreeYears.of(SEED + 1, 25).projects())
                .doesNotContainAnyElementsOf(one.projects());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverTheSeedNothingIsRefused(long seed) {
        assertThatCode(() -> PaperOffice.carryOut(ThreeYears.of(seed, 60)))
                .doesNotThrowAnyException();
    }

    @Nested
    class GivenTheShippedDemonstration {

        private static final ThreeYears YEARS = ThreeYears.of(SEED, 160);

        private static List<RecordedEvent> events = List.of();
        private static Map<FilingId, FilingHistory> filings = Map.of();

        @BeforeAll
        static void everyActIsAllowed() throws Refusal {
            events = PaperOffice.carryOut(YEARS);
            filings = PaperOffice.filings(events);
        }

        @Test
        void itIsAsLargeAsAZone() {
            assertThat(filings).hasSizeBetween(1_200, 2_000);
            assertThat(YEARS.acts()).hasSizeBetween(11_000, 15_000);
        }

        @Test
        void theActsAreInTheOrderOfTheirEntryAndNoneIsEnteredBeforeItHappens() {
            assertThat(YEARS.acts()).isSortedAccordingTo(Comparator.comparing(Act::recordedAt));
            assertThat(YEARS.acts())
                    .allMatch(act -> !act.recordedAt().isBefore(act.command().occurredAt()));
            assertThat(YEARS.acts().getLast().recordedAt()).isBeforeOrEqualTo(ThreeYears.END);
        }

        @Test
        void projectsAreRegisteredUnderBothEditions() {
            assertThat(of(ProjectRegistered.class))
                    .extracting(ProjectRegistered::edition)
                    .contains("2018", "2021");
        }

        /** The notice of 22 March 2019 made a working day of this Sunday. */
        @Test
        void thereIsWorkOnTheSundayThatANoticeMadeAWorkingDay() {
            assertThat(planted(Planted.Kind.MAKE_UP_DAY))
                    .extracting(p -> OfficeDays.dateOf(p.occurredAt()))
                    .contains(LocalDate.of(2019, 4, 28));
        }

        @ParameterizedTest
        @EnumSource(mode = EXCLUDE, names = "REVOCATION")
        void everyKindIsPlanted(Planted.Kind kind) {
            assertThat(planted(kind)).hasSizeGreaterThan(5);
        }

        /** All that can happen by the law and in the reform, but for what only imports bring. */
        @Test
        void projectsGoFromRegistrationToProductionOrToTheirEnd() {
            var happened = events.stream().map(RecordedEvent::name).collect(toSet());

            assertThat(happened)
                    .contains(
                            "project.registered",
                            "project.code-changed",
                            "project.agent-entrusted",
                            "project.eligibility-assessed",
                            "project.item-ruled-out",
                            "project.withdrawn",
                            "project.terminated",
                            "parcel.service-ordered",
                            "parcel.service-started",
                            "parcel.service-delivered",
                            "parcel.land-supplied",
                            "commitment.notice-served",
                            "commitment.letter-submitted",
                            "commitment.pre-check-passed",
                            "commitment.declined",
                            "commitment.objection-raised",
                            "commitment.objection-decided",
                            "commitment.publicity-ended",
                            "commitment.took-effect",
                            "commitment.withdrawn",
                            "commitment.obligation-coming",
                            "commitment.obligation-missed",
                            "commitment.obligation-met",
                            "commitment.indicator-not-kept",
                            "commitment.fulfilled",
                            "construction.start-cleared",
                            "construction.started",
                            "construction.started-without-clearance",
                            "construction.milestone-reported",
                            "construction.completed",
                            "construction.completion-refused",
                            "construction.completion-accepted",
                            "construction.production-started",
                            "supervision.inspection-recorded",
                            "supervision.rectification-ordered",
                            "supervision.rectification-coming",
                            "supervision.rectification-missed",
                            "supervision.rectification-verified",
                            "supervision.breach-found",
                            "supervision.credit-measure-proposed",
                            "supervision.proposal-objected",
                            "supervision.proposal-objection-decided",
                            "supervision.credit-repaired",
                            "filing.deemed-accepted",
                            "filing.review-extended",
                            "filing.special-procedure-overran",
                            "filing.revoked");
        }

        @Test
        void someLandIsSuppliedWithServicesOutstanding() {
            assertThat(of(LandSupplied.class))
                    .anyMatch(land -> !land.outstanding().isEmpty())
                    .anyMatch(land -> land.outstanding().isEmpty());
        }

        @Test
        void somebodyCommitsToAllOfTheNoticeAndSomebodyToSome() {
            Map<CommitmentId, Integer> served =
                    of(NoticeServed.class)
                            .collect(toMap(NoticeServed::commitment, e -> e.items().size()));
            List<Letter> letters = of(LetterSubmitted.class).map(LetterSubmitted::letter).toList();

            assertThat(served.keySet()).hasSizeGreaterThan(letters.size());
            assertThat(letters)
                    .extracting(
                            letter ->
                                    Objects.equals(
                                            letter.items().size(), served.get(letter.commitment())))
                    .contains(true, false);
        }

        @Test
        void objectionsAreUpheldAndDismissedAndBreachesOfBothKindsFound() {
            assertThat(of(ObjectionDecided.class))
                    .extracting(ObjectionDecided::upheld)
                    .contains(true, false);
            assertThat(of(BreachFound.class))
                    .extracting(BreachFound::kind)
                    .contains(BreachKind.NOT_KEPT, BreachKind.FALSE);
        }

        @Test
        void whatIsNoLongerCommittedToIsFiled() {
            Set<CommitmentId> ended =
                    Stream.concat(
                                    of(CommitmentWithdrawn.class).map(e -> e.commitment()),
                                    of(CommitmentDeclined.class).map(e -> e.commitment()))
                            .collect(toSet());

            assertThat(of(LetterSubmitted.class).map(LetterSubmitted::letter))
                    .filteredOn(letter -> ended.contains(letter.commitment()))
                    .anyMatch(
                            letter ->
                                    filings.values().stream()
                                            .filter(
                                                    filing ->
                                                            filing.filing()
                                                                    .project()
                                                                    .equals(
                                                                            letter.commitment()
                                                                                    .project()))
                                            .anyMatch(filing -> letter.covers(filing.item())));
        }

        @Test
        void theStartComesSoonerAfterTheRegistrationInTheLaterYears() {
            assertThat(workingDaysToTheStart(2018)).isBetween(85, 130);
            assertThat(workingDaysToTheStart(2021)).isBetween(30, 55);
        }

        private static int workingDaysToTheStart(int year) {
            var days = new ArrayList<Integer>();
            for (List<RecordedEvent> story : PaperOffice.stories(events).values()) {
                LocalDate registered = OfficeDays.dateOf(story.getFirst().event().occurredAt());
                if (registered.getYear() == year) {
                    story.stream()
                            .map(RecordedEvent::event)
                            .filter(ConstructionStarted.class::isInstance)
                            .map(started -> OfficeDays.dateOf(started.occurredAt()))
                            .map(day -> OfficeDays.CALENDAR.workingDaysBetween(registered, day))
                            .forEach(days::add);
                }
            }
            Collections.sort(days);
            return days.get(days.size() / 2);
        }

        @Test
        void stopsAreInventedAtOneCenterOnlyAndSoTheyShow() {
            List<Planted> invented = planted(Planted.Kind.INVENTED_STOP);

            assertThat(invented)
                    .hasSizeGreaterThan(30)
                    .allMatch(p -> p.center().equals(Zone.INVENTING.center()));
            assertThat(planted(Planted.Kind.STOP_RECORDED_LATE))
                    .allMatch(p -> p.recordedAt().isAfter(p.occurredAt().plusSeconds(86_400)));
            List<Reading> readings =
                    planted(Planted.Kind.STOP_MATCHES_OVERRUN).stream()
                            .map(stop -> reading(history(stop)))
                            .toList();
            assertThat(readings).noneMatch(r -> r.claimed().promised().overdue());
            // Where one was entered before its end, the rest of it counts.
            assertThat(readings)
                    .filteredOn(r -> Objects.requireNonNull(r.attested()).promised().overdue())
                    .hasSizeGreaterThan(readings.size() * 3 / 4);
        }

        @Test
        void whatLooksLikeItIsThereToo() {
            Set<FilingId> abused =
                    YEARS.planted().stream()
                            .filter(p -> p.kind().name().contains("STOP"))
                            .map(Planted::filing)
                            .filter(Objects::nonNull)
                            .collect(toSet());

            assertThat(filings.values())
                    .filteredOn(filing -> !abused.contains(filing.filing()))
                    .anyMatch(filing -> filing.stops().size() == 2)
                    .anyMatch(
                            filing ->
                                    filing.stops().stream()
                                            .anyMatch(
                                                    stop ->
                                                            stop.recorded()
                                                                    .isAfter(
                                                                            stop.begun()
                                                                                    .plusSeconds(
                                                                                            3600))));
        }

        @Test
        void oneCenterKeysInWhatItDidOnPaperAllAtOnce() {
            assertThat(planted(Planted.Kind.BURST_OF_ENTRIES))
                    .extracting(Planted::center)
                    .containsOnly(Zone.ON_PAPER.center());
        }

        @Test
        void decisionsHeapOnTheLastDayAtOneCenter() {
            for (Zone zone : Zone.ALL) {
                List<FilingHistory> decided =
                        closed(zone).filter(f -> f.stops().isEmpty()).toList();
                long onTheLastDay =
                        decided.stream()
                                .filter(
                                        f ->
                                                OfficeDays.dateOf(
                                                                Objects.requireNonNull(f.decided()))
                                                        .equals(
                                                                reading(f)
                                                                        .claimed()
                                                                        .promised()
                                                                        .due()
                                                                        .date()))
                                .count();
                assertThat(onTheLastDay / (double) decided.size())
                        .as(zone.code())
                        .matches(share -> zone == Zone.LAST_DAY ? share > 0.25 : share < 0.2);
            }
        }

        @Test
        void correctionsAreParkedAtOneCenter() {
            assertThat(planted(Planted.Kind.PARKED_CORRECTION))
                    .hasSizeGreaterThan(40)
                    .allMatch(p -> p.center().equals(Zone.PARKING.center()));
        }

        @Test
        void someFilingsAreStillOpen() {
            assertThat(filings.values())
                    .extracting(FilingHistory::state)
                    .contains(
                            FilingState.RECEIVED,
                            FilingState.AWAITING_CORRECTION,
                            FilingState.IN_REVIEW,
                            FilingState.STOPPED);
            assertThat(filings.values())
                    .filteredOn(f -> f.state() == FilingState.IN_REVIEW)
                    .anyMatch(f -> reading(f).claimed().promised().overdue());
        }

        @Test
        void theCenterThatInventsStopsIsOnTimeByItsRecordsOnly() {
            assertThat(onTime(Zone.INVENTING, Reading::claimed)).isCloseTo(0.95, within(0.05));
            assertThat(onTime(Zone.INVENTING, r -> Objects.requireNonNull(r.attested())))
                    .isLessThan(0.85);
        }

        @Test
        void theOtherCentersAreOnTimeInMostCases() {
            for (Zone zone : List.of(Zone.DILIGENT, Zone.PARKING, Zone.ON_PAPER, Zone.LAST_DAY)) {
                assertThat(onTime(zone, Reading::claimed)).as(zone.code()).isBetween(0.72, 0.97);
            }
        }

        private static <T> Stream<T> of(Class<T> kind) {
            return events.stream()
                    .map(RecordedEvent::event)
                    .filter(kind::isInstance)
                    .map(kind::cast);
        }

        private static List<Planted> planted(Planted.Kind kind) {
            return YEARS.planted().stream().filter(p -> p.kind() == kind).toList();
        }

        private static FilingHistory history(Planted planted) {
            return Objects.requireNonNull(filings.get(Objects.requireNonNull(planted.filing())));
        }

        private static Stream<FilingHistory> closed(Zone zone) {
            return filings.values().stream()
                    .filter(f -> f.center().equals(zone.center()))
                    .filter(f -> f.accepted() != null && f.decided() != null);
        }

        private static double onTime(Zone zone, Function<Reading, BasisReading> basis) {
            Predicate<FilingHistory> inTime = f -> !basis.apply(reading(f)).promised().overdue();
            return closed(zone).filter(inTime).count() / (double) closed(zone).count();
        }

        private static Reading reading(FilingHistory filing) {
            ReviewCourse course = filing.course().orElseThrow();
            return ReviewClock.read(course, OfficeDays.CALENDAR, ThreeYears.END);
        }
    }
}
