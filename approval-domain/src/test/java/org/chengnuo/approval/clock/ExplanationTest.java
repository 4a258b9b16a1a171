package org.chengnuo.approval.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.clock.Courses.CN;
import static org.chengnuo.approval.clock.Courses.accepted;
import static org.chengnuo.approval.clock.Courses.at;

import org.junit.jupiter.api.Test;

import java.util.List;

class ExplanationTest {

    private static List<String> lines(Courses filing, String asOf, LimitUnit unit, Basis basis) {
        return ReviewClock.explain(filing.course(), CN, at(asOf), unit, basis)
                .orElseThrow()
                .stream()
                .map(
                        line ->
                                "%s %s %s%s +%s =%s"
                                        .formatted(
                                                line.from(),
                                                line.to(),
                                                line.english(),
                                                line.provisional() ? " (provisional)" : "",
                                                line.counted(),
                                                line.total()))
                .toList();
    }

    @Test
    void ofWorkingDaysNamesTheRuleOfEachDay() {
        assertThat(
                        lines(
                                accepted("2026-02-12T10:00"),
                                "2026-02-25T10:00",
                                LimitUnit.WD,
                                Basis.CLAIMED))
                .containsExactly(
                        "2026-02-12 2026-02-12 the day of acceptance is not counted +0 WD =0 WD",
                        "2026-02-13 2026-02-13 working day, counted +1 WD =1 WD",
                        "2026-02-14 2026-02-14 make-up working day, counted (春节) +1 WD =2 WD",
                        "2026-02-15 2026-02-23 State Council day off, not counted (春节) +0 WD =2 WD",
                        "2026-02-24 2026-02-25 working day, counted +2 WD =4 WD");
    }

    @Test
    void differsBetweenWhatIsClaimedAndWhatIsAttested() {
        var filing =
                accepted("2026-11-02T10:00")
                        .stopped("2026-11-03T09:00", "2026-11-10T09:00", "2026-11-05T09:00", "7号");
        assertThat(lines(filing, "2026-11-11T10:00", LimitUnit.WD, Basis.CLAIMED))
                .containsExactly(
                        "2026-11-02 2026-11-02 the day of acceptance is not counted +0 WD =0 WD",
                        "2026-11-03 2026-11-03 working day, counted +1 WD =1 WD",
                        "2026-11-04 2026-11-10 stopped by a special procedure, not counted"
                                + " (EXPERT_REVIEW, notice 7号) +0 WD =1 WD",
                        "2026-11-11 2026-11-11 working day, counted +1 WD =2 WD");
        assertThat(lines(filing, "2026-11-11T10:00", LimitUnit.WD, Basis.ATTESTED))
                .containsExactly(
                        "2026-11-02 2026-11-02 the day of acceptance is not counted +0 WD =0 WD",
                        "2026-11-03 2026-11-03 working day, counted +1 WD =1 WD",
                        "2026-11-04 2026-11-05 stop not recorded in time, or no notice: counted"
                                + " (EXPERT_REVIEW, notice 7号) +2 WD =3 WD",
                        "2026-11-06 2026-11-10 stopped by a special procedure, not counted"
                                + " (EXPERT_REVIEW, notice 7号) +0 WD =3 WD",
                        "2026-11-11 2026-11-11 working day, counted +1 WD =4 WD");
    }

    @Test
    void ofHoursHasALineForEachRuleOfADay() {
        var filing = accepted("2026-11-06T16:00").stopped("2026-11-09T10:00", "2026-11-09T14:30");
        assertThat(lines(filing, "2026-11-10T09:15", LimitUnit.WH, Basis.CLAIMED))
                .containsExactly(
                        "2026-11-06 2026-11-06 working day, counted +1:00 WH =1:00 WH",
                        "2026-11-07 2026-11-08 weekend, not counted +0:00 WH =1:00 WH",
                        "2026-11-09 2026-11-09 stopped by a special procedure, not counted"
                                + " (EXPERT_REVIEW, notice 告〔2026〕7号) +0:00 WH =1:00 WH",
                        "2026-11-09 2026-11-09 working day, counted +3:30 WH =4:30 WH",
                        "2026-11-10 2026-11-10 working day, counted +0:15 WH =4:45 WH");
        assertThat(lines(filing, "2026-11-07T10:00", LimitUnit.NH, Basis.CLAIMED))
                .containsExactly(
                        "2026-11-06 2026-11-06 natural hours, counted +8:00 NH =8:00 NH",
                        "2026-11-07 2026-11-07 natural hours, counted +10:00 NH =18:00 NH");
    }

    @Test
    void saysWhatIsProvisionalAndSpeaksChinese() {
        var filing = accepted("2026-12-31T10:00").stopped("2027-01-04T10:00", null);
        assertThat(lines(filing, "2027-01-01T10:00", LimitUnit.WD, Basis.CLAIMED))
                .contains("2027-01-01 2027-01-01 working day, counted (provisional) +1 WD =1 WD");
        var last =
                ReviewClock.explain(
                                filing.course(),
                                CN,
                                at("2027-01-08T10:00"),
                                LimitUnit.ND,
                                Basis.CLAIMED)
                        .orElseThrow()
                        .getLast();
        assertThat(last.chinese()).isEqualTo("特别程序期间，不计入（专家评审，告知书告〔2026〕7号）");
        assertThat(last.rule().article()).isEqualTo("行政许可法 Art. 45");
    }
}
