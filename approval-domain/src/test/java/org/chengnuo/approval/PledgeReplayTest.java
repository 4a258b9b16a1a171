package org.chengnuo.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.Story.at;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chengnuo.approval.commitment.Commitment;
import org.chengnuo.approval.commitment.CommitmentCommand;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentFulfilled;
import org.chengnuo.approval.commitment.CommitmentEvent.CommitmentTookEffect;
import org.chengnuo.approval.commitment.CommitmentEvent.IndicatorNotKept;
import org.chengnuo.approval.commitment.CommitmentEvent.NoticeServed;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMet;
import org.chengnuo.approval.construction.ConstructionEvent;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.Supervision;
import org.chengnuo.approval.supervision.SupervisionCommand;
import org.chengnuo.approval.supervision.SupervisionEvent;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whatever is asked of a commitment and of its supervision, in whatever order. */
class PledgeReplayTest {

    @Property(tries = 2000)
    void replaysToTheSameAndAsksNothingTwice(@ForAll long seed) {
        var random = new Random(seed);
        Pledge story = Pledge.noticed();
        var time = LocalDateTime.parse("2021-02-26T11:00");
        var built = new ArrayList<>(List.of("start", "completion", "accepted", "production"));
        for (int i = 0; i < 50; i++) {
            time = time.plusHours(random.nextInt(24 * 12));
            String local = time.minusHours(random.nextInt(3)).toString();
            if (random.nextInt(10) == 0 && !built.isEmpty()) {
                story.built(construction(built.removeFirst(), local));
            } else {
                ask(story, random, local);
            }
        }
        story.until("2030-01-01T00:00");

        isTheSameReplayed(story);
        happensOnce(story);
    }

    private static void ask(Pledge story, Random random, String local) {
        var acts = acts(random, local);
        switch (acts.get(random.nextInt(acts.size()))) {
            case CommitmentCommand c -> story.asked(c);
            case SupervisionCommand c -> story.asked(c);
            default -> throw new AssertionError();
        }
    }

    private static void isTheSameReplayed(Pledge story) {
        Commitment commitment = Commitment.begun((NoticeServed) story.events().getFirst());
        Supervision supervision = Supervision.NONE;
        for (ProjectEvent event : story.events()) {
            switch (event) {
                case ConstructionEvent e -> commitment = commitment.evolve(e);
                case CommitmentEvent e -> commitment = commitment.evolve(e);
                case SupervisionEvent e -> supervision = supervision.evolve(e);
                default -> throw new AssertionError(event);
            }
        }
        assertThat(commitment).isEqualTo(story.commitment());
        assertThat(supervision).isEqualTo(story.supervision());
    }

    private static void happensOnce(Pledge story) {
        List<ProjectEvent> events = story.events();
        // Who measures twice in one hour tells it twice.
        assertThat(events.stream().filter(event -> !(event instanceof IndicatorNotKept)))
                .doesNotHaveDuplicates();
        assertThat(events.stream().filter(CommitmentTookEffect.class::isInstance).count())
                .isLessThanOrEqualTo(1);
        assertThat(
                        events.stream()
                                .filter(ObligationMet.class::isInstance)
                                .map(event -> ((ObligationMet) event).obligation()))
                .doesNotHaveDuplicates();
        if (events.stream().anyMatch(CommitmentFulfilled.class::isInstance)) {
            assertThat(events.stream().filter(ObligationMet.class::isInstance)).hasSize(5);
        }
        assertThat(story.due("2030-01-01T00:00")).isNull();
    }

    private static ConstructionEvent construction(String step, String local) {
        return switch (step) {
            case "start" -> Pledge.started(local);
            case "completion" -> Pledge.completed(local);
            case "accepted" -> Pledge.accepted(local);
            default -> Pledge.inProduction(local);
        };
    }

    private static List<Object> acts(Random random, String local) {
        String later = at(local).plusSeconds(86_400L * (1 + random.nextInt(20))).toString();
        return List.of(
                Pledge.letter(local),
                Pledge.letter(local),
                Pledge.preCheck(local),
                Pledge.preCheck(local),
                Pledge.objection(local),
                Pledge.objectionDecided(local, 1 + random.nextInt(2), random.nextInt(4) == 0),
                Pledge.measurement(local, "plot-ratio", random.nextBoolean() ? "1.1" : "1.3"),
                Pledge.measurement(local, "energy", random.nextBoolean() ? "0.2" : "0.4"),
                random.nextInt(6) == 0 ? Pledge.decline(local) : Pledge.letter(local),
                random.nextInt(6) == 0 ? Pledge.withdrawal(local) : Pledge.preCheck(local),
                Pledge.inspection(local),
                Pledge.order(local, later.substring(0, 10)),
                Pledge.verification(local, random.nextBoolean()),
                Pledge.breach(local, BreachKind.FALSE, null),
                Pledge.breach(local, BreachKind.NOT_KEPT, random.nextBoolean() ? 1 : null),
                Pledge.closing(local, BreachClosing.SET_ASIDE),
                Pledge.proposal(local),
                Pledge.proposalObjection(local),
                Pledge.proposalObjectionDecided(local, random.nextBoolean()),
                Pledge.repair(local));
    }
}
