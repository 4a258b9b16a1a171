package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Story.CONSTRUCTION_PERMIT;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.acceptance;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.grant;
import static org.chengnuo.approval.Story.receipt;

import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingEvent.DueDateReprojected;
import org.chengnuo.approval.filing.FilingId;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

/**
 * The calendar is changed in mid-year while filings run: on 27 January 2020 the State Council made
 * the Spring Festival three days longer. What runs gets new due dates, what had closed keeps its
 * own, and what was accepted before is still counted by what was known when.
 */
class ChangedCalendarTest {

    private static final FilingId SECOND = new FilingId(PROJECT, 2);

    private final Story story = told();

    private static Story told() {
        return Story.registered("2020-01-02T09:00")
                .then(receipt(PLANNING_PERMIT, "2020-01-06T10:00"))
                .then(acceptance("2020-01-06T10:30"))
                .then(grant("2020-01-16T10:00"))
                .then(receipt(CONSTRUCTION_PERMIT, "2020-01-20T10:00"))
                .then(new AcceptFiling(SECOND, at("2020-01-20T11:00"), "受字〔2020〕2号"));
    }

    @Test
    void onlyWhatRunsGetsAnotherDueDate() {
        story.until("2020-01-27T00:00");

        // A construction permit is promised within 7 working days; the law says 15 natural days,
        // which no calendar moves.
        assertThat(story.events())
                .filteredOn(DueDateReprojected.class::isInstance)
                .containsExactly(
                        new DueDateReprojected(
                                SECOND,
                                at("2020-01-27T00:00"),
                                false,
                                LocalDate.parse("2020-02-04"),
                                LocalDate.parse("2020-02-06"),
                                "cn: 随程序提供 shipped with the program, known from 2020-01-27"));
    }

    @Test
    void whatHadClosedKeepsItsFigures() {
        String before = story.history().course().orElseThrow().toString();

        story.until("2020-03-01T00:00");

        assertThat(story.history().course().orElseThrow()).hasToString(before);
    }

    @Test
    void whoAsksLateIsToldTheSame() {
        Story late = told().until("2020-02-20T00:00");
        story.until("2020-01-27T00:00").until("2020-02-06T12:00").until("2020-02-20T00:00");

        assertThat(late.events()).isEqualTo(story.events());
    }
}
