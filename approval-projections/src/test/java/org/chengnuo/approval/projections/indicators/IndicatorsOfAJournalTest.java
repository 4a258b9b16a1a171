package org.chengnuo.approval.projections.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.closed;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.opened;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.projections.indicators.Behind.Side;
import org.chengnuo.approval.projections.indicators.IndicatorAnswer.Group;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Six filings of ten working days, accepted on Monday 3 September 2018 and due on the 17th: 1 to 3
 * decided in time, one of them late but for a stop; 4 and 5 late; 6 never.
 */
class IndicatorsOfAJournalTest {

    @TempDir static Path folder;

    private static Running running;
    private static Indicators indicators;
    private static Restatements restatements;

    @BeforeAll
    static void given() {
        var journal = new TestJournal();
        for (int i = 1; i <= 6; i++) {
            tell(journal, "2018-08-01T09:00", registered(project(i), i == 6 ? "LF-02" : "LF-01"));
            tell(journal, "2018-09-03T09:00", received(filing(i), at("2018-09-03T09:00")));
            tell(journal, "2018-09-03T09:00", accepted(filing(i), at("2018-09-03T09:00")));
        }
        tell(journal, "2018-09-03T10:00", decided(filing(1), at("2018-09-03T10:00")));
        tell(journal, "2018-09-05T09:00", opened(filing(2), at("2018-09-05T09:00"), 1));
        tell(journal, "2018-09-07T09:00", closed(filing(2), at("2018-09-07T09:00"), 1));
        tell(journal, "2018-09-10T09:00", decided(filing(3), at("2018-09-10T09:00")));
        tell(journal, "2018-09-18T09:00", decided(filing(2), at("2018-09-18T09:00")));
        tell(journal, "2018-09-20T09:00", decided(filing(4), at("2018-09-20T09:00")));
        // Said to have been decided in September, entered in October.
        tell(journal, "2018-10-09T09:00", decided(filing(5), at("2018-09-21T09:00")));
        tell(journal, "2018-10-10T09:00", registered(project(7), "LF-02"));
        running = new Running(journal, folder, 5).caughtUp();
        var rules = new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED);
        indicators = new Indicators(running.times(), rules, new Withholding(5));
        restatements = new Restatements(running.times(), rules, indicators, running.turnarounds());
    }

    private static void tell(TestJournal journal, String recorded, ProjectEvent event) {
        journal.append(at(recorded), List.of(event));
    }

    @AfterAll
    static void close() {
        running.close();
    }

    private static final Question SEPTEMBER =
            Question.of(Measure.REVIEW, Clock.CALENDAR)
                    .in(LocalDate.of(2018, 9, 1), LocalDate.of(2018, 10, 1));

    private static Group one(String code, Question question) {
        return indicators.answer(Indicator.of(code), question).groups().getFirst();
    }

    private static void assertThatItIs(
            String code, Question question, long numerator, long denominator, String value) {
        Group found = one(code, question);
        assertThat(found.numerator()).isEqualTo(numerator);
        assertThat(found.denominator()).isEqualTo(denominator);
        assertThat(found.value()).isEqualTo(new BigDecimal(value));
    }

    @Test
    void whatIsOpenAndOverdueIsNotForgotten() {
        assertThatItIs("on-time", SEPTEMBER, 3, 6, "0.5000");
        assertThatItIs("on-time-attested", SEPTEMBER, 3, 6, "0.5000");
        assertThatItIs("on-time-gross", SEPTEMBER, 2, 6, "0.3333");
        // The twentieth working day was Sunday the 30th, a make-up day, which ended with the
        // period.
        assertThatItIs("on-time-statutory", SEPTEMBER, 5, 6, "0.8333");
        // On the last of September filing 5 was not known to be decided.
        assertThatItIs(
                "on-time", SEPTEMBER.asOf(new AsOf.By(at("2018-09-30T20:00"))), 3, 6, "0.5000");
        // By then nothing was overdue.
        assertThat(one("on-time", SEPTEMBER.asOf(new AsOf.By(at("2018-09-17T20:00")))).withheld())
                .isTrue();
    }

    @Test
    void otherRatesAreOfWhatWasDecided() {
        assertThatItIs("same-day", SEPTEMBER, 1, 5, "0.2000");
        assertThatItIs("one-visit", SEPTEMBER, 5, 5, "1.0000");
        // 0, 9, 5, 13 and 14 of 10 working days each.
        assertThatItIs("speed-up", SEPTEMBER, 41, 50, "0.1800");
        assertThat(one("speed-up", SEPTEMBER).unit()).isEqualTo("WD");
        // The decision of filing 5, and the registration of August that was entered in October.
        assertThatItIs("back-entry", SEPTEMBER.in(null, null), 2, 26, "0.0769");
    }

    @Test
    void theCompressionIsThatOfTheEditionInForceThen() {
        Group days =
                indicators.answer(Indicator.of("compression"), SEPTEMBER).groups().stream()
                        .filter(group -> "WD".equals(group.unit()))
                        .findFirst()
                        .orElseThrow();
        assertThat(days.denominator()).isGreaterThan(days.numerator());
    }

    @Test
    void whatTellsOfFewerThanFiveIsWithheldAndSoIsWhatIsBehindIt() {
        List<Group> zones =
                indicators.answer(Indicator.of("on-time"), SEPTEMBER.by(Dimension.ZONE)).groups();
        assertThat(zones).hasSize(2).allMatch(Group::withheld).allMatch(zone -> zone.n() == null);
        assertThat(
                        indicators.behind(
                                Indicator.of("on-time"),
                                SEPTEMBER.by(Dimension.ZONE),
                                List.of("LF-02"),
                                null,
                                Side.DENOMINATOR,
                                0,
                                10))
                .isEqualTo(new Behind(true, List.of()));
    }

    @Test
    void aFigureThatWasRestatedNamesTheActs() {
        Restatement<Group> found =
                restatements.of(
                        Indicator.of("speed-up"),
                        SEPTEMBER,
                        new AsOf.By(at("2018-10-01T09:00")),
                        AsOf.NOW,
                        0,
                        10);
        assertThat(found.figures()).hasSize(1);
        assertThat(found.changed()).isEqualTo(1);
        assertThat(found.byTimeAlone()).isZero();
        assertThat(found.acts())
                .singleElement()
                .satisfies(
                        act -> {
                            assertThat(act.name()).isEqualTo("filing.decided");
                            assertThat(act.filing()).isEqualTo(filing(5).toString());
                            assertThat(act.late()).isTrue();
                        });
        assertThat(
                        restatements
                                .of(SEPTEMBER, new AsOf.By(at("2018-10-01T09:00")), AsOf.NOW, 0, 10)
                                .acts())
                .hasSize(1);
        assertThatThrownBy(
                        () ->
                                restatements.of(
                                        SEPTEMBER,
                                        AsOf.NOW,
                                        new AsOf.By(at("2018-10-01T09:00")),
                                        0,
                                        10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIndicatorIsGroupedByWhatItsSubjectHas() {
        assertThatThrownBy(
                        () ->
                                indicators.answer(
                                        Indicator.of("commitment-share"),
                                        SEPTEMBER.by(Dimension.ITEM)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grouped by zone, region, industry");
    }
}
