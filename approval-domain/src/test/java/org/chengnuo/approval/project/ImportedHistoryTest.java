package org.chengnuo.approval.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.acceptance;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.ImportedCase;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Story;
import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.ActParticulars;
import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingImported;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingEvent.WorkStepRecorded;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.filing.Outcome;
import org.chengnuo.approval.project.InvestmentProject.RejectedAct;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is taken over from the log of another system: judged, not refused. */
class ImportedHistoryTest {

    /** A case of an ordinary life, decided long after its limit. */
    private static ImportedCase ordinary() {
        return ImportedCase.of("case-7")
                .row("2012-03-01T09:00", "接件登记", LegalAct.RECEIVED)
                .row("2012-03-02T09:00", "现场勘查", null)
                .row("2012-03-05T09:00", "受理", LegalAct.ACCEPTED)
                .row("2012-06-01T09:00", "办结", LegalAct.DECIDED)
                .row("2012-06-04T09:00", "送达", LegalAct.DELIVERED);
    }

    @Test
    void everyRowIsAWorkStepAndAnActWhereItStandsForOne() {
        var events = ordinary().decision().events();

        assertThat(events.stream().map(Object::getClass).map(Class::getSimpleName))
                .containsExactly(
                        "ProjectImported",
                        "FilingImported",
                        "WorkStepRecorded",
                        "FilingReceived",
                        "WorkStepRecorded",
                        "WorkStepRecorded",
                        "FilingAccepted",
                        "WorkStepRecorded",
                        "FilingDecided",
                        "WorkStepRecorded",
                        "DecisionDelivered");
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        ProjectImported.class,
                        event -> {
                            assertThat(event.caseId()).isEqualTo("case-7");
                            assertThat(event.importId()).isEqualTo("2012-permits");
                            assertThat(event.occurredAt()).isEqualTo(at("2012-03-01T09:00"));
                        });
        assertThat(only(events, WorkStepRecorded.class)).hasSize(5);
        assertThat(only(events, FilingReceived.class).getFirst().receipt()).isNull();
    }

    @Test
    void timeLimitsAndMissingPapersRejectNothing() {
        assertThat(ordinary().rejected()).isEmpty();

        var late =
                ImportedCase.of("case-8")
                        .row("2012-03-01T09:00", "接件", LegalAct.RECEIVED)
                        .row("2012-04-27T09:00", "补正通知", LegalAct.CORRECTION_REQUESTED)
                        .row("2012-04-28T09:00", "补正", LegalAct.CORRECTION_ANSWERED)
                        .row("2012-09-03T09:00", "受理", LegalAct.ACCEPTED)
                        .row("2014-09-03T09:00", "不予许可", LegalAct.DECISION_REFUSED);
        assertThat(late.rejected()).isEmpty();
        assertThat(late.story().history().outcome()).isEqualTo(Outcome.REFUSED);
    }

    /** One act a day; the last one is not in turn. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ACCEPTED                                         | NOT_RECEIVED
                    RECEIVED RECEIVED                                | ALREADY_RECEIVED
                    RECEIVED ACCEPTED RECEIVED                       | ALREADY_RECEIVED
                    RECEIVED DECIDED                                 | NOT_ACCEPTED
                    RECEIVED DELIVERED                               | NOT_ACCEPTED
                    RECEIVED CORRECTION_ANSWERED                     | NO_CORRECTION_OPEN
                    RECEIVED CORRECTION_REQUESTED ACCEPTED           | CORRECTION_OPEN
                    RECEIVED CORRECTION_REQUESTED CORRECTION_REQUESTED | CORRECTION_ONLY_ONCE
                    RECEIVED CORRECTION_REQUESTED CORRECTION_ANSWERED CORRECTION_REQUESTED | CORRECTION_ONLY_ONCE
                    RECEIVED ACCEPTED CORRECTION_REQUESTED           | ALREADY_ACCEPTED
                    RECEIVED ACCEPTED ACCEPTED                       | ALREADY_ACCEPTED
                    RECEIVED ACCEPTED ACCEPTANCE_REFUSED             | ALREADY_ACCEPTED
                    RECEIVED ACCEPTED DELIVERED                      | NOT_DECIDED
                    RECEIVED ACCEPTED DECIDED DECISION_REFUSED       | ALREADY_DECIDED
                    RECEIVED ACCEPTED DECIDED WITHDRAWN              | ALREADY_DECIDED
                    RECEIVED ACCEPTED DECIDED DELIVERED DELIVERED    | ALREADY_DELIVERED
                    RECEIVED WITHDRAWN ACCEPTED                      | CLOSED
                    RECEIVED ACCEPTANCE_REFUSED ACCEPTED             | CLOSED
                    RECEIVED ACCEPTED SPECIAL_PROCEDURE_CLOSED       | CLOCK_RUNNING
                    RECEIVED ACCEPTED DEEMED_ACCEPTED                | ALREADY_ACCEPTED
                    RECEIVED ACCEPTED REVOKED                        | NOT_DECIDED
                    RECEIVED ACCEPTED DECISION_REFUSED REVOKED       | NOT_GRANTED
                    """)
    void theOrderOfTheActsRejectsAndLists(String acts, Reason reason) {
        var log = ImportedCase.of("case-9");
        var names = acts.split(" ");
        for (int day = 1; day <= names.length; day++) {
            log.row(
                    String.format(Locale.ROOT, "2012-03-%02dT09:00", day),
                    names[day - 1].toLowerCase(Locale.ROOT),
                    LegalAct.valueOf(names[day - 1]));
        }

        assertThat(log.rejected()).hasSize(1);
        RejectedAct rejected = log.rejected().getFirst();
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.row().line()).isEqualTo(names.length + 1L);
        assertThat(rejected.row().act()).isEqualTo(LegalAct.valueOf(names[names.length - 1]));
        assertThat(rejected.detail()).contains("at the stage");
        // The row is a work step all the same.
        assertThat(only(log.decision().events(), WorkStepRecorded.class)).hasSize(names.length);
    }

    @Test
    void aRejectedActDoesNotStopThoseAfterIt() {
        var log =
                ImportedCase.of("case-10")
                        .row("2012-03-01T09:00", "接件", LegalAct.RECEIVED)
                        .row("2012-03-02T09:00", "办结", LegalAct.DECIDED)
                        .row("2012-03-05T09:00", "受理", LegalAct.ACCEPTED)
                        .row("2012-03-06T09:00", "办结", LegalAct.DECIDED);

        assertThat(log.rejected()).hasSize(1);
        assertThat(only(log.decision().events(), FilingDecided.class))
                .extracting(FilingDecided::occurredAt)
                .containsExactly(at("2012-03-06T09:00"));
    }

    /** Rows that stand for their acts alone, as an export of our own has them. */
    @Nested
    class WithAllThatAnExportSays {

        private static final ActParticulars STOP =
                new ActParticulars(
                        StopGround.EXPERT_REVIEW, "告字1号", TimeLimit.workingDays(5), null, null);
        private static final ActParticulars EXTENSION =
                new ActParticulars(null, null, null, TimeLimit.workingDays(10), null);

        private ImportedCase stopped() {
            return ImportedCase.of("case-20")
                    .act("2012-03-01T09:00", LegalAct.RECEIVED)
                    .act("2012-03-01T10:00", LegalAct.DEEMED_ACCEPTED)
                    .act("2012-03-12T09:00", LegalAct.SPECIAL_PROCEDURE_OPENED, STOP);
        }

        @Test
        void hasItsStopsItsExtensionAndItsOutcome() {
            var log =
                    stopped()
                            .act("2012-03-14T09:00", LegalAct.SPECIAL_PROCEDURE_CLOSED)
                            .act("2012-03-15T09:00", LegalAct.REVIEW_EXTENDED, EXTENSION)
                            .act(
                                    "2012-03-16T09:00",
                                    LegalAct.DECIDED,
                                    new ActParticulars(
                                            null,
                                            null,
                                            null,
                                            null,
                                            Outcome.GRANTED_DOCUMENTS_TO_FOLLOW))
                            .act("2012-03-19T09:00", LegalAct.REVOKED);

            assertThat(log.rejected()).isEmpty();
            assertThat(only(log.decision().events(), WorkStepRecorded.class)).isEmpty();
            var history = log.story().history();
            assertThat(history.deemed()).isTrue();
            assertThat(history.accepted()).isEqualTo(at("2012-03-01T09:00"));
            assertThat(history.stops())
                    .singleElement()
                    .satisfies(
                            stop -> {
                                assertThat(stop.ground()).isEqualTo(StopGround.EXPERT_REVIEW);
                                assertThat(stop.notice()).isEqualTo("告字1号");
                                assertThat(stop.begun()).isEqualTo(at("2012-03-12T09:00"));
                                assertThat(stop.ended()).isEqualTo(at("2012-03-14T09:00"));
                            });
            assertThat(history.extension()).isNotNull();
            assertThat(history.outcome()).isEqualTo(Outcome.GRANTED_DOCUMENTS_TO_FOLLOW);
            assertThat(history.state()).isEqualTo(FilingState.REVOKED);
            assertThat(ReviewClock.elapsed(history.course().orElseThrow(), Story.CN, Basis.CLAIMED))
                    .hasValueSatisfying(
                            elapsed ->
                                    assertThat(elapsed.calendarTime())
                                            .isEqualTo(Duration.ofDays(13)));
            assertThat(
                            ReviewClock.elapsed(
                                    history.course().orElseThrow(), Story.CN, Basis.ATTESTED))
                    .isEmpty();
        }

        @Test
        void isDecidedOnlyWhenTheClockRuns() {
            var log = stopped().act("2012-03-16T09:00", LegalAct.DECIDED);

            assertThat(log.rejected())
                    .extracting(RejectedAct::reason)
                    .containsExactly(Reason.CLOCK_STOPPED);
            // What may not be the act is a step of the work, so that nothing of the log is lost.
            assertThat(only(log.decision().events(), WorkStepRecorded.class)).hasSize(1);
        }

        @Test
        void isExtendedOnce() {
            var log =
                    ImportedCase.of("case-21")
                            .act("2012-03-01T09:00", LegalAct.RECEIVED)
                            .act("2012-03-02T09:00", LegalAct.ACCEPTED)
                            .act("2012-03-05T09:00", LegalAct.REVIEW_EXTENDED, EXTENSION)
                            .act("2012-03-06T09:00", LegalAct.REVIEW_EXTENDED, EXTENSION);

            assertThat(log.rejected())
                    .extracting(RejectedAct::reason)
                    .containsExactly(Reason.EXTENSION_ONLY_ONCE);
        }

        @Test
        void needsNoLimitsWhereNothingIsAccepted() {
            var log =
                    ImportedCase.of("case-22")
                            .withoutLimits()
                            .act("2012-03-01T09:00", LegalAct.RECEIVED)
                            .act("2012-03-02T09:00", LegalAct.ACCEPTANCE_REFUSED);

            assertThat(log.rejected()).isEmpty();
            assertThat(log.story().history().state()).isEqualTo(FilingState.ACCEPTANCE_REFUSED);
        }
    }

    /** 备案. */
    @Nested
    class ForTheRecord {

        @Test
        void isRecordedAndHasNoClock() {
            var log =
                    ImportedCase.of("case-13")
                            .forTheRecord()
                            .row("2012-03-01T09:00", "接件", LegalAct.RECEIVED)
                            .row("2012-03-02T09:00", "备案", LegalAct.RECORDED);

            assertThat(log.rejected()).isEmpty();
            assertThat(log.story().history().state()).isEqualTo(FilingState.RECORDED);
            assertThat(log.story().history().course()).isEmpty();
        }

        @Test
        void isNeverShownAsApproved() {
            var log =
                    ImportedCase.of("case-14")
                            .forTheRecord()
                            .row("2012-03-01T09:00", "接件", LegalAct.RECEIVED)
                            .row("2012-03-02T09:00", "受理", LegalAct.ACCEPTED)
                            .row("2012-03-05T09:00", "办结", LegalAct.DECIDED);

            assertThat(log.rejected())
                    .extracting(RejectedAct::reason)
                    .containsExactly(Reason.RECORDED_NOT_DECIDED, Reason.NOT_ACCEPTED);
        }

        @Test
        void isNotForWhatIsDecided() {
            var log =
                    ImportedCase.of("case-15")
                            .row("2012-03-01T09:00", "接件", LegalAct.RECEIVED)
                            .row("2012-03-02T09:00", "备案", LegalAct.RECORDED);

            assertThat(log.rejected())
                    .extracting(RejectedAct::reason)
                    .containsExactly(Reason.DECIDED_NOT_RECORDED);
        }
    }

    @Test
    void rowsArePutInTheOrderInWhichTheyHappened() {
        var log =
                ImportedCase.of("case-11")
                        .row("2012-03-06T09:00", "办结", LegalAct.DECIDED)
                        .row("2012-03-05T09:00", "受理", LegalAct.ACCEPTED)
                        .row("2012-03-01T09:00", "接件", LegalAct.RECEIVED)
                        .row("2012-03-05T09:00", "分办", null);

        assertThat(log.rejected()).isEmpty();
        assertThat(log.command().occurredAt()).isEqualTo(at("2012-03-01T09:00"));
        assertThat(log.command().rows())
                .extracting(row -> row.activity())
                .containsExactly("接件", "受理", "分办", "办结");
        assertThat(
                        ReviewClock.read(
                                        log.story().history().course().orElseThrow(),
                                        Story.CN,
                                        at("2012-04-01T00:00"))
                                .at())
                .isEqualTo(at("2012-03-06T09:00"));
    }

    @Test
    void aCaseWithoutRowsIsNone() {
        var some = ordinary().command();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ImportHistory(
                                        some.project(),
                                        some.importId(),
                                        "case-12",
                                        some.zone(),
                                        some.center(),
                                        some.item(),
                                        some.itemClass(),
                                        some.calendar(),
                                        some.edition(),
                                        some.terms(),
                                        List.of()))
                .withMessageContaining("case-12");
    }

    @Nested
    class Afterwards {

        private final Story imported = ordinary().story();

        @Test
        void importingItAgainChangesNothing() throws Exception {
            var again = imported.decide(ordinary().command(), at("2020-01-01T00:00"));

            assertThat(again.events()).isEmpty();
            assertThat(again.rejected()).isEmpty();
        }

        @Test
        void importingOverAProjectOfOurOwnChangesNothing() throws Exception {
            var own = Story.registered("2018-09-03T09:00");

            assertThat(own.when(ordinary().command())).isEmpty();
        }

        @Test
        void itTakesNoActsOfOurOwn() {
            for (ProjectCommand act :
                    Arrays.<ProjectCommand>asList(
                            acceptance("2018-09-03T09:00"),
                            Story.workStep("2018-09-03T09:00"),
                            Story.receipt(Story.PLANNING_PERMIT, "2018-09-03T09:00"),
                            new ProjectCommand.ChangeProjectCode(
                                    PROJECT,
                                    at("2018-09-03T09:00"),
                                    new ProjectCode("2018-141002-33-03-012345")))) {
                assertThat(imported.reason(act)).isEqualTo(Reason.HISTORY_IS_CLOSED);
            }
            assertThat(imported.reason(Story.registration("2018-09-03T09:00")))
                    .isEqualTo(Reason.PROJECT_EXISTS);
        }

        @Test
        void itIsReadByWhatItClaimsAndCannotBeAttested() {
            var history = imported.history();
            assertThat(history.isImported()).isTrue();
            assertThat(history.caseId()).isEqualTo("case-7");
            assertThat(history.state()).isEqualTo(FilingState.DELIVERED);
            assertThat(history.firstAct()).isEqualTo(at("2012-03-01T09:00"));

            var shown = imported.clock("2013-01-01T00:00");
            assertThat(shown.claimed().promised().overdue()).isTrue();
            assertThat(shown.attested()).isNull();
            assertThat(shown.by(Basis.ATTESTED)).isEmpty();
        }

        @Test
        void itsAcceptanceIsJudgedByTheTermsOfTheMapping() {
            var accepted = only(imported.events(), FilingAccepted.class).getFirst();

            assertThat(accepted.terms()).isEqualTo(ordinary().command().terms());
            assertThat(accepted.receipt()).isNull();
            assertThat(only(imported.events(), FilingImported.class)).hasSize(1);
        }
    }

    private static <T> List<T> only(List<ProjectEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
