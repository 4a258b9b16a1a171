package org.chengnuo.approval.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengnuo.approval.ProjectActs.PARCEL;
import static org.chengnuo.approval.ProjectActs.assessment;
import static org.chengnuo.approval.ProjectActs.completion;
import static org.chengnuo.approval.ProjectActs.landSupply;
import static org.chengnuo.approval.ProjectActs.order;
import static org.chengnuo.approval.ProjectActs.reinstating;
import static org.chengnuo.approval.ProjectActs.rulingOut;
import static org.chengnuo.approval.ProjectActs.start;
import static org.chengnuo.approval.ProjectActs.startOf;
import static org.chengnuo.approval.ProjectActs.termination;
import static org.chengnuo.approval.ProjectActs.whatIsDue;
import static org.chengnuo.approval.ProjectActs.withdrawalOfTheProject;
import static org.chengnuo.approval.Story.CULTURAL_RELICS;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.accepted;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.nothing;
import static org.chengnuo.approval.Story.receipt;
import static org.chengnuo.approval.Story.received;
import static org.chengnuo.approval.Story.registered;
import static org.chengnuo.approval.Story.registration;

import org.chengnuo.approval.ImportedCase;
import org.chengnuo.approval.LocalEdition;
import org.chengnuo.approval.Pledge;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.Story;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.filing.FilingEvent.CardRaised;
import org.chengnuo.approval.filing.FilingEvent.FilingDecided;
import org.chengnuo.approval.filing.FilingEvent.FilingDeemedAccepted;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.parcel.ParcelCommand.SupplyLand;
import org.chengnuo.approval.policy.EligibilityRule;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed;
import org.chengnuo.approval.project.ProjectEvent.EligibilityAssessed.BrokenRule;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationMissed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The rules of a project and its land, each with what it allows and what it does not. */
class RulesTest {

    private static final String MONDAY = "2018-09-03T10:00";
    private static final String TUESDAY = "2018-09-04T10:00";
    private static final String WEDNESDAY = "2018-09-05T10:00";

    @Nested
    class Eligibility {

        @Test
        void aProjectThatKeepsEveryRuleIsEligible() {
            var assessed = assess(rule("red-lines", null, null, Exclusion.ECOLOGICAL_SECURITY));

            assertThat(assessed.eligible()).isTrue();
            assertThat(assessed.broken()).isEmpty();
            assertThat(assessed.edition()).isEqualTo("trial");
        }

        @Test
        void eachBrokenRuleGivesItsReasonInBothLanguages() {
            var assessed =
                    assess(
                            rule("red-lines", null, null, Exclusion.STRATEGIC_RESOURCES),
                            rule("security", null, null, Exclusion.NATIONAL_SECURITY),
                            new EligibilityRule(
                                    "no-coking",
                                    "不含炼焦",
                                    "no coking",
                                    null,
                                    null,
                                    Set.of(),
                                    Set.of(),
                                    List.of("C252"),
                                    Set.of()));

            assertThat(assessed.eligible()).isFalse();
            assertThat(assessed.broken())
                    .containsExactly(
                            new BrokenRule("red-lines", "不涉及", "does not touch"),
                            new BrokenRule("no-coking", "不含炼焦", "no coking"));
        }

        /** The project is registered on 3 September 2018. */
        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "-, -, false",
                    "2018-09-03T10:00, -, false",
                    "2018-09-03T10:01, -, true",
                    "-, 2018-09-03T10:00, true",
                    "-, 2018-09-03T10:01, false"
                })
        void onlyTheRulesThatWereValidAtTheRegistrationAreAsked(
                @Nullable String from, @Nullable String until, boolean eligible) {
            var rule =
                    rule(
                            "red-lines",
                            from == null ? null : at(from),
                            until == null ? null : at(until),
                            Exclusion.STRATEGIC_RESOURCES);

            assertThat(assess(rule).eligible()).isEqualTo(eligible);
        }

        @Test
        void itMayBeAssessedAgain() {
            var story =
                    under(rule("red-lines", null, null, Exclusion.STRATEGIC_RESOURCES))
                            .then(assessment(TUESDAY, Exclusion.STRATEGIC_RESOURCES))
                            .then(assessment(WEDNESDAY));

            assertThat(((EligibilityAssessed) story.last()).eligible()).isTrue();
        }

        @Test
        void aRuleForSomeTypesOrZonesIsBrokenByTheOthers() {
            var pilot =
                    new EligibilityRule(
                            "pilot-zone",
                            "仅限试点开发区",
                            "pilot zones only",
                            null,
                            null,
                            Set.of(ProjectType.RECORD_FILED),
                            Set.of(new ZoneCode("TY-01")),
                            List.of(),
                            Set.of());

            assertThat(assess(pilot).broken())
                    .extracting(BrokenRule::rule)
                    .containsExactly("pilot-zone");
        }

        @ParameterizedTest
        @CsvSource({
            "C33, 3311, true",
            "33, C3311, true",
            "C33, C3411, false",
            "C, C3311, true",
            "B, C3311, false",
            "3311, 331, false"
        })
        void anIndustryIsExcludedWithAllThatBelongsToIt(
                String excluded, String industry, boolean within) {
            assertThat(new IndustryCode(industry).isWithin(excluded)).isEqualTo(within);
        }

        private EligibilityAssessed assess(EligibilityRule... rules) {
            var story = under(rules).then(assessment(TUESDAY, Exclusion.STRATEGIC_RESOURCES));
            return (EligibilityAssessed) story.last();
        }

        private static Story under(EligibilityRule... rules) {
            return nothing().published(edition(List.of(rules))).then(registration(MONDAY));
        }

        private static EligibilityRule rule(
                String name, @Nullable Instant from, @Nullable Instant until, Exclusion without) {
            return new EligibilityRule(
                    name,
                    "不涉及",
                    "does not touch",
                    from,
                    until,
                    Set.of(),
                    Set.of(),
                    List.of(),
                    Set.of(without));
        }

        private static PolicyEdition edition(List<EligibilityRule> rules) {
            PolicyContent old = ShippedPolicies.named("2018").content();
            return new PolicyEdition(
                    "trial",
                    Validity.from(at("2018-01-01T00:00")),
                    new PolicyContent(
                            old.calendar(),
                            old.correctionWindow(),
                            old.answerWindow(),
                            old.lateEntryAfter(),
                            old.warnings(),
                            old.publicity(),
                            old.deemedBySilence(),
                            old.items(),
                            old.standards(),
                            rules,
                            old.creditMeasures()));
        }
    }

    @Nested
    class ItemsThatDoNotConcernIt {

        @Test
        void areNeitherFiledNorServed() {
            var story =
                    registered(MONDAY)
                            .then(rulingOut(PLANNING_PERMIT, TUESDAY))
                            .then(rulingOut(CULTURAL_RELICS, TUESDAY));

            assertThat(story.reason(receipt(PLANNING_PERMIT, WEDNESDAY)))
                    .isEqualTo(Reason.ITEM_RULED_OUT);
            assertThat(story.reason(order(CULTURAL_RELICS, WEDNESDAY)))
                    .isEqualTo(Reason.ITEM_RULED_OUT);
            assertThat(story.missing(WEDNESDAY))
                    .noneMatch(one -> PLANNING_PERMIT.equals(one.item()));
        }

        @Test
        void areRuledOutOnceAndCanBeReinstated() {
            var story = registered(MONDAY).then(rulingOut(PLANNING_PERMIT, TUESDAY));

            assertThat(story.reason(rulingOut(PLANNING_PERMIT, WEDNESDAY)))
                    .isEqualTo(Reason.ITEM_RULED_OUT);
            story.then(reinstating(PLANNING_PERMIT, WEDNESDAY))
                    .then(receipt(PLANNING_PERMIT, WEDNESDAY));
        }

        @Test
        void areNotBeingFiled() {
            var story = received(TUESDAY);

            assertThat(story.reason(rulingOut(PLANNING_PERMIT, WEDNESDAY)))
                    .isEqualTo(Reason.ITEM_BEING_FILED);
            story.then(Story.withdrawal(WEDNESDAY)).then(rulingOut(PLANNING_PERMIT, WEDNESDAY));
        }
    }

    @Nested
    class TheEnd {

        @Test
        void whatWasGrantedIsStillDeliveredAndRevoked() {
            var story =
                    accepted(MONDAY)
                            .then(Story.grant(TUESDAY))
                            .then(termination(TUESDAY))
                            .then(Story.delivery(WEDNESDAY))
                            .then(Story.revocation(WEDNESDAY, "以欺骗手段取得"));

            assertThat(story.project().nextDue(story.office(WEDNESDAY))).isEmpty();
        }

        @Test
        void whatIsOpenIsRefusedOrWithdrawnButNotGranted() throws Refusal {
            var story = accepted(MONDAY).then(withdrawalOfTheProject(TUESDAY));

            assertThat(story.reason(Story.grant(WEDNESDAY))).isEqualTo(Reason.PROJECT_WITHDRAWN);
            assertThat(story.when(Story.withdrawal(WEDNESDAY))).hasSize(1);
            assertThat(story.when(Story.refusalOfTheLicence(WEDNESDAY))).hasSize(1);
        }

        @Test
        void aStopIsClosedSoThatWhatIsStoppedCanBeRefused() {
            accepted(MONDAY)
                    .then(Story.expertReview(MONDAY))
                    .then(withdrawalOfTheProject(TUESDAY))
                    .then(Story.closing(WEDNESDAY))
                    .then(Story.refusalOfTheLicence(WEDNESDAY));
        }

        @Test
        void whatIsCompletedCanOnlyBeTerminated() {
            var story = registered(MONDAY).then(start(TUESDAY)).then(completion(TUESDAY));

            assertThat(story.reason(withdrawalOfTheProject(WEDNESDAY)))
                    .isEqualTo(Reason.PROJECT_COMPLETED);
            story.then(termination(WEDNESDAY));
        }
    }

    @Nested
    class WhatIsDue {

        @Test
        void isNothingForAProjectThatIsNotThereOrWasImported() throws Refusal {
            for (Story story : List.of(nothing(), ImportedCase.of("A-1").story())) {
                var decided = story.decide(whatIsDue("2030-01-01T00:00"), at(MONDAY));

                assertThat(decided.events()).isEmpty();
                assertThat(story.project().nextDue(story.office(MONDAY))).isEmpty();
            }
        }

        @Test
        void isNotAskedForTheFuture() {
            assertThat(registered(MONDAY).refusal(whatIsDue(WEDNESDAY), at(TUESDAY)))
                    .extracting(Refusal::reason)
                    .isEqualTo(Reason.IN_THE_FUTURE);
        }

        @Test
        void isTheSameForWhatIsFiledAfterTheProjectHasEndedSoThatItCanBeAnswered() {
            var story =
                    received(MONDAY)
                            .then(withdrawalOfTheProject(TUESDAY))
                            .then(whatIsDue("2018-09-12T10:00"));
            assertThat(story.last()).isInstanceOf(FilingDeemedAccepted.class);

            story.then(whatIsDue("2018-10-15T10:00"));
            assertThat(story.last()).isInstanceOf(CardRaised.class);
            assertThat(story.reason(Story.grant("2018-10-16T10:00")))
                    .isEqualTo(Reason.PROJECT_WITHDRAWN);

            story.then(Story.refusalOfTheLicence("2018-10-16T10:00"));
            assertThat(story.project().nextDue(story.office("2018-10-16T10:00"))).isEmpty();
        }

        @Test
        void isNoGrantBySilenceOnceTheProjectHasEnded() {
            var edition = LocalEdition.unchanged().bySilence().edition();
            var story =
                    nothing()
                            .published(edition)
                            .then(registration(MONDAY))
                            .then(receipt(PLANNING_PERMIT, MONDAY))
                            .then(Story.acceptance(MONDAY))
                            .then(termination(TUESDAY))
                            .then(whatIsDue("2019-09-05T10:00"));

            assertThat(story.events()).noneMatch(FilingDecided.class::isInstance);
            assertThat(story.last()).isInstanceOf(CardRaised.class);
        }

        @Test
        void isTheDeadlineOfAnOrderAlsoAfterTheEndButNotThePromise() {
            var story =
                    Story.committed()
                            .then(Pledge.inspection("2021-04-06T10:00"))
                            .then(Pledge.order("2021-04-07T10:00", "2021-04-30"))
                            .then(withdrawalOfTheProject("2021-04-08T10:00"))
                            .then(whatIsDue("2023-01-01T10:00"));

            assertThat(story.events()).anyMatch(RectificationMissed.class::isInstance);
            assertThat(story.events()).noneMatch(ObligationMissed.class::isInstance);
        }
    }

    @Nested
    class Land {

        @Test
        void everyParcelNeedsItsLandAndItsServices() {
            var other = new ParcelCode("141002-2018-G08");
            var story = registered(MONDAY).readyToStart(TUESDAY);
            assertThat(story.missing(TUESDAY)).isEmpty();

            story.then(order(other, CULTURAL_RELICS, WEDNESDAY));

            assertThat(story.missing(WEDNESDAY))
                    .hasSizeGreaterThan(2)
                    .allMatch(one -> other.equals(one.parcel()));
        }

        @Test
        void aServiceIsStartedAfterItsOrder() {
            var story = registered(MONDAY).then(order(CULTURAL_RELICS, WEDNESDAY));

            assertThat(story.refusal(startOf(CULTURAL_RELICS, TUESDAY), at(WEDNESDAY)))
                    .extracting(Refusal::reason)
                    .isEqualTo(Reason.BEFORE_PRECEDING_ACT);
        }

        @Test
        void nothingHappensToItBeforeTheRegistration() {
            assertThat(registered(TUESDAY).reason(landSupply(MONDAY)))
                    .isEqualTo(Reason.BEFORE_REGISTRATION);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e13", "1e999999999", "0.00001"})
        void anAbsurdAreaIsNone(String area) {
            var absurd = new BigDecimal(area);

            assertThatThrownBy(() -> supply(absurd)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void anAreaIsWrittenShort() {
            assertThat(supply(new BigDecimal("66667.50")).area()).hasToString("66667.5");
            assertThat(supply(new BigDecimal("6e4")).area()).hasToString("60000");
        }

        private static SupplyLand supply(BigDecimal area) {
            return new SupplyLand(PROJECT, at(MONDAY), PARCEL, area, "合同1号");
        }
    }
}
