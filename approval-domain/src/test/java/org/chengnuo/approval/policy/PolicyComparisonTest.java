package org.chengnuo.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.policy.Editing.content;
import static org.chengnuo.approval.policy.Editing.days;
import static org.chengnuo.approval.policy.Editing.item;

import org.chengnuo.approval.policy.PolicyComparison.Change;
import org.chengnuo.approval.policy.PolicyComparison.FieldChange;
import org.chengnuo.approval.policy.PolicyComparison.Kind;
import org.chengnuo.approval.policy.PolicyItem.ClassException;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.junit.jupiter.api.Test;

class PolicyComparisonTest {

    private static PolicyItem permit(ItemClass itemClass, ClassException... exceptions) {
        return item("x:permit", itemClass, days(5), days(20), null, exceptions);
    }

    @Test
    void findsNothingWhereNothingChanges() {
        assertThat(PolicyComparison.of(content(), content()).isEmpty()).isTrue();
    }

    @Test
    void tellsWhatTheYear2021Changed() {
        var comparison =
                PolicyComparison.of(
                        ShippedPolicies.named("2018").content(),
                        ShippedPolicies.named("2021").content());

        assertThat(comparison.items())
                .contains(
                        new Change(
                                "cn-shanxi:project-approval",
                                "企业投资项目核准",
                                "Project approval",
                                Kind.ADDED,
                                java.util.List.of()))
                .anySatisfy(
                        change -> {
                            assertThat(change.key()).isEqualTo("cn-shanxi:eia-form");
                            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
                            assertThat(change.fields())
                                    .contains(
                                            new FieldChange(
                                                    "itemClass", "KEPT_APPROVAL", "COMMITMENT"),
                                            new FieldChange("promised", "15 WD", "10 WD"));
                        });
        assertThat(comparison.values())
                .containsExactly(new FieldChange("warnings.statutoryYellowAtPercent", null, "90"));
        assertThat(comparison.standards())
                .extracting(Change::kind)
                .containsExactly(Kind.REMOVED, Kind.ADDED);
        assertThat(comparison.eligibility()).isEmpty();
    }

    @Test
    void tellsForWhichProjectsAClassChanges() {
        var onlyHere =
                new ClassException(
                        ProjectType.RECORD_FILED, new ZoneCode("LF-01"), ItemClass.COMMITMENT);

        var comparison =
                PolicyComparison.of(
                        content(permit(ItemClass.KEPT_APPROVAL)),
                        content(permit(ItemClass.KEPT_APPROVAL, onlyHere)));

        assertThat(comparison.items())
                .singleElement()
                .satisfies(
                        change ->
                                assertThat(change.fields())
                                        .containsExactly(
                                                new FieldChange(
                                                        "itemClass RECORD_FILED LF-01",
                                                        "KEPT_APPROVAL",
                                                        "COMMITMENT")));
    }

    @Test
    void tellsOnceWhatChangesForAll() {
        var comparison =
                PolicyComparison.of(
                        content(permit(ItemClass.KEPT_APPROVAL)),
                        content(permit(ItemClass.CANCELLED)));

        assertThat(comparison.items().getFirst().fields())
                .containsExactly(new FieldChange("itemClass", "KEPT_APPROVAL", "CANCELLED"));
    }
}
