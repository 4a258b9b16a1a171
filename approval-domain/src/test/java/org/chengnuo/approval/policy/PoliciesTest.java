package org.chengnuo.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.policy.Editing.content;
import static org.chengnuo.approval.policy.Editing.item;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.OfficeAt;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.policy.PolicyCommand.DiscardDraft;
import org.chengnuo.approval.policy.PolicyCommand.DraftPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.PublishPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.SupersedePolicyEdition;
import org.chengnuo.approval.policy.PolicyEvent.PolicyPublished;
import org.chengnuo.approval.policy.PolicyEvent.PolicySuperseded;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Set;

class PoliciesTest {

    private static final OfficeAt NOW = OfficeAt.local("2026-11-20T10:00");
    private static final Instant NEW_YEAR = at("2027-01-01T00:00");
    private static final ZoneCode HERE = new ZoneCode("LF-01");
    private static final ZoneCode THERE = new ZoneCode("LF-02");
    private static final ProjectType FILED = ProjectType.RECORD_FILED;

    private static Policies after(Policies policies, PolicyCommand... commands) {
        try {
            for (PolicyCommand command : commands) {
                for (PolicyEvent event : policies.decide(command, NOW)) {
                    policies = policies.evolve(event);
                }
            }
            return policies;
        } catch (Refusal refusal) {
            throw new AssertionError(refusal.reason() + " " + refusal.detail(), refusal);
        }
    }

    private static Policies after(PolicyCommand... commands) {
        return after(Policies.SHIPPED, commands);
    }

    private static Refusal refusal(Policies policies, PolicyCommand command) {
        return catchThrowableOfType(Refusal.class, () -> policies.decide(command, NOW));
    }

    private static DraftPolicyEdition draft() {
        return new DraftPolicyEdition("2027", content());
    }

    private static PublishPolicyEdition publication() {
        return new PublishPolicyEdition("2027", Validity.from(NEW_YEAR), "2021");
    }

    private static PublishPolicyEdition pilot(String name, Instant from, ZoneCode zone) {
        return new PublishPolicyEdition(
                name, new Validity(from, null, Set.of(zone), Set.of()), null);
    }

    private static SupersedePolicyEdition supersession(String name, Instant until) {
        return new SupersedePolicyEdition(name, until, "试点结束");
    }

    private static Policies in(String stage) {
        return switch (stage) {
            case "not there" -> Policies.SHIPPED;
            case "drafted" -> after(draft());
            case "published" -> after(draft(), pilot("2027", NEW_YEAR, HERE));
            case "superseded" ->
                    after(
                            draft(),
                            pilot("2027", NEW_YEAR, HERE),
                            supersession("2027", NEW_YEAR.plusSeconds(60)));
            default -> throw new IllegalArgumentException(stage);
        };
    }

    private static PolicyCommand command(String name) {
        return switch (name) {
            case "draft" -> draft();
            case "discard" -> new DiscardDraft("2027");
            case "publish" -> publication();
            case "supersede" -> supersession("2027", NEW_YEAR.plusSeconds(60));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Every stage and every command. */
    @ParameterizedTest
    @CsvSource({
        "not there,  draft,     ",
        "not there,  discard,   POLICY_EDITION_UNKNOWN",
        "not there,  publish,   POLICY_EDITION_UNKNOWN",
        "not there,  supersede, POLICY_EDITION_UNKNOWN",
        "drafted,    draft,     ",
        "drafted,    discard,   ",
        "drafted,    publish,   ",
        "drafted,    supersede, POLICY_EDITION_NOT_PUBLISHED",
        "published,  draft,     POLICY_EDITION_PUBLISHED",
        "published,  discard,   POLICY_EDITION_PUBLISHED",
        "published,  publish,   POLICY_EDITION_PUBLISHED",
        "published,  supersede, ",
        "superseded, draft,     POLICY_EDITION_PUBLISHED",
        "superseded, discard,   POLICY_EDITION_PUBLISHED",
        "superseded, publish,   POLICY_EDITION_PUBLISHED",
        "superseded, supersede, POLICY_EDITION_SUPERSEDED",
    })
    void eachStageTakesItsCommands(String stage, String command, @Nullable Reason reason)
            throws Refusal {
        Policies policies = in(stage);

        if (reason == null) {
            assertThat(policies.decide(command(command), NOW)).isNotEmpty();
        } else {
            assertThat(refusal(policies, command(command)).reason()).isEqualTo(reason);
        }
    }

    @Nested
    class ADraft {

        @Test
        void takesThePlaceOfTheOneBefore() {
            Policies policies =
                    after(draft(), new DraftPolicyEdition("2027", content(item("x:one"))));

            assertThat(policies.drafts()).containsExactly("2027");
            assertThat(policies.draft("2027").orElseThrow().items()).hasSize(1);
            assertThat(policies.edition("2027")).isEmpty();
        }

        @Test
        void isForgottenWhenItIsDiscarded() {
            Policies policies = after(draft(), new DiscardDraft("2027"));

            assertThat(policies.drafts()).isEmpty();
            assertThat(policies.draft("2027")).isEmpty();
        }

        @Test
        void mayBeIncomplete() {
            assertThat(after(new DraftPolicyEdition("2027", content())).drafts()).hasSize(1);
        }
    }

    @Nested
    class APublication {

        @Test
        void endsTheEditionThatItSupersedes() throws Refusal {
            Policies drafted = after(draft());

            List<PolicyEvent> events = drafted.decide(publication(), NOW);

            assertThat(events).hasSize(2);
            assertThat(events.getFirst())
                    .isEqualTo(
                            new PolicyPublished(
                                    "2027", NOW.now(), Validity.from(NEW_YEAR), "2021"));
            assertThat(events.getLast())
                    .isInstanceOfSatisfying(
                            PolicySuperseded.class,
                            ended -> {
                                assertThat(ended.edition()).isEqualTo("2021");
                                assertThat(ended.until()).isEqualTo(NEW_YEAR);
                            });
            Policies policies = after(drafted, publication());
            assertThat(policies.inForce(NEW_YEAR.minusNanos(1), HERE, FILED).name())
                    .isEqualTo("2021");
            assertThat(policies.inForce(NEW_YEAR, HERE, FILED).name()).isEqualTo("2027");
            assertThat(policies.edition("2021")).isPresent();
        }

        @Test
        void doesNotOverlapWithAnotherOfItsScope() {
            var beside = new PublishPolicyEdition("2027", Validity.from(NEW_YEAR), null);

            Refusal refusal = refusal(after(draft()), beside);

            assertThat(refusal.reason()).isEqualTo(Reason.POLICY_EDITION_INCOMPLETE);
            assertThat(refusal.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.field()).isEqualTo("validity"))
                    .satisfies(finding -> assertThat(finding.english()).contains("2021"));
        }

        @Test
        void doesNotBeginWithAnotherOfItsScope() {
            Policies policies =
                    after(
                            draft(),
                            pilot("2027", NEW_YEAR, HERE),
                            new DraftPolicyEdition("2027-b", content()));

            assertThat(refusal(policies, pilot("2027-b", NEW_YEAR, HERE)).findings()).hasSize(1);
            assertThat(after(policies, pilot("2027-b", NEW_YEAR, THERE)).published()).hasSize(4);
        }

        @Test
        void isNotBackDated() {
            Policies drafted = after(draft());

            assertThat(refusal(drafted, pilot("2027", NOW.now().plusSeconds(59), HERE)).reason())
                    .isEqualTo(Reason.POLICY_EDITION_BACK_DATED);
            assertThat(after(drafted, pilot("2027", NOW.now().plusSeconds(60), HERE)).published())
                    .hasSize(3);
        }

        @Test
        void supersedesOnlyWhatIsPublished() {
            Policies drafted = after(draft(), new DraftPolicyEdition("2028", content()));

            assertThat(refusal(drafted, superseding("2019")).reason())
                    .isEqualTo(Reason.POLICY_EDITION_UNKNOWN);
            assertThat(refusal(drafted, superseding("2028")).reason())
                    .isEqualTo(Reason.POLICY_EDITION_NOT_PUBLISHED);
            assertThat(
                            refusal(
                                            after(drafted, publication()),
                                            new PublishPolicyEdition(
                                                    "2028",
                                                    Validity.from(NEW_YEAR.plusSeconds(1)),
                                                    "2021"))
                                    .reason())
                    .isEqualTo(Reason.POLICY_EDITION_SUPERSEDED);
        }

        private PublishPolicyEdition superseding(String name) {
            return new PublishPolicyEdition("2027", Validity.from(NEW_YEAR), name);
        }

        @Test
        void leavesNobodyWithoutAnEdition() {
            var forHereOnly =
                    new PublishPolicyEdition(
                            "2027", new Validity(NEW_YEAR, null, Set.of(HERE), Set.of()), "2021");
            var forAYear =
                    new PublishPolicyEdition(
                            "2027",
                            new Validity(NEW_YEAR, at("2028-01-01T00:00"), Set.of(), Set.of()),
                            "2021");

            assertThat(refusal(after(draft()), forHereOnly).reason()).isEqualTo(Reason.POLICY_GAP);
            assertThat(refusal(after(draft()), forAYear).reason()).isEqualTo(Reason.POLICY_GAP);
        }
    }

    @Nested
    class ASupersession {

        private final Policies policies = after(draft(), pilot("2027", NEW_YEAR, HERE));

        @Test
        void endsAnEditionForNewRegistrations() {
            Policies after = after(policies, supersession("2027", at("2027-07-01T00:00")));

            assertThat(after.inForce(at("2027-06-30T00:00"), HERE, FILED).name()).isEqualTo("2027");
            assertThat(after.inForce(at("2027-07-01T00:00"), HERE, FILED).name()).isEqualTo("2021");
            assertThat(after.supersededBecause("2027")).hasValue("试点结束");
        }

        @Test
        void saysWhy() {
            assertThat(
                            refusal(
                                            policies,
                                            new SupersedePolicyEdition(
                                                    "2027", at("2027-07-01T00:00"), " "))
                                    .reason())
                    .isEqualTo(Reason.SUPERSESSION_REASON_MISSING);
        }

        @Test
        void isNotBackDated() {
            assertThat(refusal(policies, supersession("2021", NOW.now().plusSeconds(59))).reason())
                    .isEqualTo(Reason.SUPERSESSION_BACK_DATED);
        }

        @Test
        void liesWithinTheValidity() {
            assertThat(refusal(policies, supersession("2027", NEW_YEAR)).reason())
                    .isEqualTo(Reason.SUPERSEDED_OUTSIDE_ITS_VALIDITY);
            assertThat(
                            refusal(Policies.SHIPPED, supersession("2018", at("2022-01-01T00:00")))
                                    .reason())
                    .isEqualTo(Reason.SUPERSEDED_OUTSIDE_ITS_VALIDITY);
        }

        @Test
        void leavesNobodyWithoutAnEdition() {
            assertThat(refusal(policies, supersession("2021", at("2027-07-01T00:00"))).reason())
                    .isEqualTo(Reason.POLICY_GAP);
        }
    }

    @Nested
    class InForce {

        @ParameterizedTest
        @CsvSource({
            "1999-01-01, 2018",
            "2018-01-01, 2018",
            "2020-12-31, 2018",
            "2021-01-01, 2021",
            "2030-01-01, 2021"
        })
        void isTheShippedEditionOfTheDay(String date, String name) {
            assertThat(Policies.SHIPPED.inForce(at(date + "T00:00"), HERE, FILED).name())
                    .isEqualTo(name);
        }

        @Test
        void isTheNarrowestThatCoversTheProject() {
            Policies policies =
                    after(
                            new DraftPolicyEdition("zone", content()),
                            new DraftPolicyEdition("zone-and-type", content()),
                            pilot("zone", NEW_YEAR, HERE),
                            new PublishPolicyEdition(
                                    "zone-and-type",
                                    new Validity(
                                            NEW_YEAR,
                                            null,
                                            Set.of(HERE, THERE),
                                            Set.of(ProjectType.APPROVED)),
                                    null));

            assertThat(policies.inForce(NEW_YEAR, HERE, FILED).name()).isEqualTo("zone");
            assertThat(policies.inForce(NEW_YEAR, HERE, ProjectType.APPROVED).name())
                    .isEqualTo("zone-and-type");
            assertThat(policies.inForce(NEW_YEAR, THERE, FILED).name()).isEqualTo("2021");
        }
    }

    @Test
    void everyFindingNamesWhatIsWrongInBothLanguages() {
        Refusal refusal =
                refusal(
                        after(new DraftPolicyEdition("2027", Editing.wrongInEveryWay())),
                        publication());

        assertThat(refusal.reason()).isEqualTo(Reason.POLICY_EDITION_INCOMPLETE);
        assertThat(refusal.findings())
                .allSatisfy(
                        finding -> {
                            assertThat(finding.english()).isNotBlank();
                            assertThat(finding.chinese()).containsPattern("\\p{IsHan}");
                        });
        assertThat(refusal.findings().stream().map(PoliciesTest::place))
                .containsExactly(
                        "calendar",
                        "correctionWindow",
                        "answerWindow",
                        "lateEntryAfter",
                        "warnings",
                        "publicity.preCheck",
                        "publicity.length",
                        "publicity.length",
                        "standards",
                        "x:names chinese",
                        "x:names english",
                        "x:names department",
                        "x:slow promised",
                        "x:record statutory",
                        "x:long extension",
                        "x:joint extension",
                        "x:unit extension",
                        "x:exceptions exceptions",
                        "x:exceptions exceptions",
                        "x:immediate promised",
                        "x:natural promised",
                        "x:hours promised",
                        "x:names code",
                        "x:names chinese",
                        "x:names english",
                        "x:names department",
                        "rule eligibility.english",
                        "rule eligibility.until",
                        "rule eligibility.name",
                        "measure creditMeasures.basis");
    }

    @Test
    void everyFindingOfTheStandardsIsTold() {
        assertThat(
                        refusal(
                                        after(
                                                new DraftPolicyEdition(
                                                        "2027", Editing.withWrongStandards())),
                                        publication())
                                .findings()
                                .stream()
                                .map(PoliciesTest::place))
                .containsExactly(
                        "items",
                        "eligibility",
                        "creditMeasures",
                        "s-1 text",
                        "s-1 indicators.ratio.unit",
                        "s-1 indicators.ratio.code",
                        "s-1 version",
                        "s-1 indicators");
    }

    private static String place(Finding finding) {
        return finding.item() == null ? finding.field() : finding.item() + " " + finding.field();
    }
}
