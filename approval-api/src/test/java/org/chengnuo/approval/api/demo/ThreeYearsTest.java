package org.chengnuo.approval.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.clock.BasisReading;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Nested
    class GivenTheShippedDemonstration {

        private static final ThreeYears YEARS = ThreeYears.of(SEED, 400);

        private static List<RecordedEvent> events = List.of();
        private static Map<FilingId, FilingHistory> filings = Map.of();

        @BeforeAll
        static void everyActIsAllowed() throws Refusal {
            events = PaperOffice.carryOut(YEARS);
            filings = PaperOffice.filings(events);
        }

        @Test
        void itIsAsLargeAsAZone() {
            assertThat(filings).hasSizeBetween(2_500, 7_500);
            assertThat(YEARS.acts()).hasSizeBetween(18_000, 30_000);
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
        @EnumSource
        void everyKindIsPlanted(Planted.Kind kind) {
            assertThat(YEARS.planted()).filteredOn(p -> p.kind() == kind).hasSizeGreaterThan(5);
        }

        @Test
        void stopsAreInventedAtOneCenterOnlyAndEnteredDaysLater() {
            List<Planted> invented = planted(Planted.Kind.INVENTED_STOP);

            assertThat(invented)
                    .hasSizeGreaterThan(50)
                    .allMatch(p -> p.center().equals(Zone.INVENTING.center()))
                    .allMatch(p -> p.recordedAt().isAfter(p.occurredAt().plusSeconds(3600)));
        }

        @Test
        void correctionsAreParkedAtOneCenter() {
            assertThat(planted(Planted.Kind.PARKED_CORRECTION))
                    .hasSizeGreaterThan(50)
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
            for (Zone zone : List.of(Zone.DILIGENT, Zone.PARKING, Zone.ON_PAPER)) {
                assertThat(onTime(zone, Reading::claimed)).isBetween(0.82, 0.96);
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
