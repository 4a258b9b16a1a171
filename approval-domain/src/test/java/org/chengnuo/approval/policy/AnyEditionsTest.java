package org.chengnuo.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Story.at;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chengnuo.approval.OfficeAt;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.policy.PolicyCommand.DiscardDraft;
import org.chengnuo.approval.policy.PolicyCommand.DraftPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.PublishPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.SupersedePolicyEdition;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Policy editions as chance drafts, publishes and supersedes them: 500 times 100 steps. Whatever is
 * asked, it is done or refused, and what must hold holds.
 */
class AnyEditionsTest {

    private static final int STEPS = 100;

    private static final Instant BEGINNING = at("2026-11-20T10:00");

    private static final List<PolicyContent> CONTENTS =
            List.of(
                    Editing.content(Editing.item("x:one")),
                    Editing.content(Editing.item("x:one"), Editing.item("x:two")),
                    Editing.content(Editing.item("x:one"), Editing.item("x:one")),
                    Editing.wrongInEveryWay());

    private static final List<Set<ZoneCode>> ZONES =
            List.of(
                    Set.of(),
                    Set.of(new ZoneCode("LF-01")),
                    Set.of(new ZoneCode("LF-01"), new ZoneCode("LF-02")));

    private static final List<Set<ProjectType>> TYPES =
            List.of(Set.of(), Set.of(ProjectType.RECORD_FILED));

    @Property(tries = 500)
    void whateverIsAskedTheRulesHold(@ForAll long seed) {
        var chance = new Random(seed);
        Policies policies = Policies.SHIPPED;
        Instant now = BEGINNING;
        var events = new ArrayList<PolicyEvent>();
        for (int i = 0; i < STEPS; i++) {
            now = now.plus(Duration.ofHours(chance.nextInt(48)));
            Policies before = policies;
            try {
                for (PolicyEvent event : before.decide(command(chance, now), new OfficeAt(now))) {
                    policies = policies.evolve(event);
                    events.add(event);
                }
            } catch (Refusal refused) {
                assertThat(refused.reason()).isNotNull();
                continue;
            }
            nothingPublishedHasChanged(before, policies, now);
            noTwoAreInForceForTheSame(policies);
        }
        Policies replayed = Policies.SHIPPED;
        for (PolicyEvent event : events) {
            replayed = replayed.evolve(event);
        }
        assertThat(replayed.published()).isEqualTo(policies.published());
        assertThat(replayed.drafts()).isEqualTo(policies.drafts());
        for (String draft : policies.drafts()) {
            assertThat(replayed.draft(draft)).isEqualTo(policies.draft(draft));
        }
    }

    private static PolicyCommand command(Random chance, Instant now) {
        String name = "e-" + chance.nextInt(12);
        return switch (chance.nextInt(8)) {
            case 0, 1, 2 ->
                    new DraftPolicyEdition(name, CONTENTS.get(chance.nextInt(CONTENTS.size())));
            case 3 -> new DiscardDraft(name);
            case 4 ->
                    new SupersedePolicyEdition(
                            anEdition(chance),
                            someTime(chance, now),
                            chance.nextBoolean() ? "取代" : " ");
            default -> {
                Instant from = someTime(chance, now);
                yield new PublishPolicyEdition(
                        name,
                        new Validity(
                                from,
                                chance.nextInt(3) == 0
                                        ? from.plus(Duration.ofDays(1 + chance.nextInt(100)))
                                        : null,
                                ZONES.get(chance.nextInt(ZONES.size())),
                                TYPES.get(chance.nextInt(TYPES.size()))),
                        chance.nextBoolean() ? anEdition(chance) : null);
            }
        };
    }

    private static String anEdition(Random chance) {
        return chance.nextInt(3) == 0 ? "2021" : "e-" + chance.nextInt(12);
    }

    private static Instant someTime(Random chance, Instant now) {
        return now.plus(Duration.ofHours(chance.nextInt(24 * 200) - 24L));
    }

    /** But for its end, which lies ahead and never comes later than it was to come. */
    private static void nothingPublishedHasChanged(Policies before, Policies after, Instant now) {
        for (PolicyEdition was : before.published()) {
            PolicyEdition is = after.edition(was.name()).orElseThrow();
            assertThat(is.content()).isEqualTo(was.content());
            assertThat(is.inForceFrom()).isEqualTo(was.inForceFrom());
            assertThat(is.validity().hasScopeOf(was.validity())).isTrue();
            @Nullable Instant ended = was.validity().until();
            @Nullable Instant ends = is.validity().until();
            if (ends == null || !ends.equals(ended)) {
                assertThat(ended == null || (ends != null && ends.isBefore(ended))).isTrue();
                assertThat(ends == null || ends.isAfter(now)).isTrue();
            }
        }
    }

    private static void noTwoAreInForceForTheSame(Policies policies) {
        List<PolicyEdition> all = policies.published();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                Validity one = all.get(i).validity();
                Validity other = all.get(j).validity();
                assertThat(one.hasScopeOf(other) && one.overlaps(other))
                        .as("%s and %s", all.get(i).name(), all.get(j).name())
                        .isFalse();
            }
        }
    }
}
