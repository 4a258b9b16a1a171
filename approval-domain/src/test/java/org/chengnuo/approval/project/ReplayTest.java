package org.chengnuo.approval.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.chengnuo.approval.Story.CONSTRUCTION_PERMIT;
import static org.chengnuo.approval.Story.CULTURAL_RELICS;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.chengnuo.approval.Story.PROJECT;
import static org.chengnuo.approval.Story.PROJECT_FILING;
import static org.chengnuo.approval.Story.accepted;
import static org.chengnuo.approval.Story.at;
import static org.chengnuo.approval.Story.received;
import static org.chengnuo.approval.Story.registered;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.chengnuo.approval.ImportedCase;
import org.chengnuo.approval.LocalEdition;
import org.chengnuo.approval.Pledge;
import org.chengnuo.approval.ProjectActs;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.Story;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.LegalAct;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A project that is read back from the journal decides as the one that lived through it. */
class ReplayTest {

    private static final Instant LATER = at("2030-01-01T00:00");

    @Property(tries = 1000)
    void decidesAsTheOneThatLivedThroughIt(@ForAll long seed) {
        var random = new Random(seed);
        var story = random.nextInt(10) == 0 ? imported() : Story.nothing();
        var time = LocalDateTime.parse("2018-09-03T08:00");
        int acts = 3 + random.nextInt(25);
        for (int i = 0; i < acts; i++) {
            time = time.plusHours(random.nextInt(40));
            var act = anyAct(random, time.minusHours(random.nextInt(3)).toString());
            if (outcome(story.project(), act).startsWith("[")) {
                story.then(act);
            }
        }

        var replayed = InvestmentProject.NONE;
        for (ProjectEvent event : story.events()) {
            replayed = replayed.evolve(event);
        }

        assertThat(replayed).isEqualTo(story.project());
        String next = time.plusHours(1).toString();
        for (ProjectCommand act : acts(next)) {
            assertThat(outcome(replayed, act)).isEqualTo(outcome(story.project(), act));
        }
    }

    @Property(tries = 300)
    void theHistoryAgreesWithTheProject(@ForAll long seed) {
        var random = new Random(seed);
        var story = received("2018-09-03T08:00");
        var time = LocalDateTime.parse("2018-09-03T09:00");
        for (int i = 0; i < 15; i++) {
            time = time.plusHours(random.nextInt(40));
            var act = anyAct(random, time.toString());
            if (outcome(story.project(), act).startsWith("[")) {
                story.then(act);
            }
        }

        var history = story.history();
        assertThat(history.course().isPresent()).isEqualTo(history.accepted() != null);
        assertThatCode(() -> history.course().ifPresent(_ -> story.clock("2020-01-01T00:00")))
                .doesNotThrowAnyException();
        assertThat(history.stops().stream().filter(stop -> stop.ended() == null).count())
                .isLessThanOrEqualTo(1);
    }

    /** What happened, happened: also what no rule would have allowed now. */
    @Test
    void takesEveryEventAtEveryStage() {
        var stories = stories();
        var events = stories.stream().flatMap(story -> story.events().stream()).toList();
        assertThat(events.stream().<Object>map(ProjectEvent::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        EventCatalogue.all().stream()
                                .filter(ProjectEvent.class::isAssignableFrom)
                                .toList());

        for (Story story : stories) {
            var project = InvestmentProject.NONE;
            FilingHistory history = null;
            for (var entry : story.entries()) {
                project = project.evolve(entry.event());
                if (entry.event() instanceof FilingEvent event) {
                    history =
                            history == null
                                    ? FilingHistory.begun(event)
                                    : history.with(event, entry.recorded());
                }
                for (ProjectEvent event : events) {
                    takes(project, history, event);
                }
            }
        }
    }

    @SuppressWarnings("CheckReturnValue")
    private static void takes(
            InvestmentProject project,
            @org.jspecify.annotations.Nullable FilingHistory history,
            ProjectEvent event) {
        assertThatCode(() -> project.evolve(event))
                .as("%s on %s", event, project)
                .doesNotThrowAnyException();
        if (history != null && event instanceof FilingEvent filing) {
            assertThatCode(() -> history.with(filing, LATER))
                    .as("%s on %s", event, history)
                    .doesNotThrowAnyException();
        }
    }

    /** Together they have every event of the catalogue. */
    private static List<Story> stories() {
        String day = "2018-09-04T10:00";
        return List.of(
                imported(),
                received("2018-09-03T10:00").then(Story.workStep(day)).then(codeChange(day)),
                received("2018-09-03T10:00")
                        .then(Story.correction(day))
                        .then(Story.answer(day))
                        .then(Story.refusalOfAcceptance(day)),
                received("2018-09-03T10:00").then(Story.deemedAcceptance("2018-09-20T10:00")),
                received(PROJECT_FILING, "2018-09-03T10:00").then(Story.record(day, "备字1号")),
                accepted("2018-09-03T10:00")
                        .then(Story.expertReview(day))
                        .then(Story.closing(day))
                        .then(Story.extension(day, TimeLimit.workingDays(2)))
                        .then(Story.expertReview(day))
                        .then(Story.withdrawal(day)),
                accepted("2018-09-03T10:00")
                        .then(Story.grant(day))
                        .then(Story.delivery(day))
                        .then(Story.revocation(day, "以欺骗手段取得")),
                accepted("2018-09-03T10:00")
                        .then(Story.refusalOfTheLicence(day))
                        .then(Story.delivery(day)),
                Story.nothing()
                        .published(
                                LocalEdition.unchanged()
                                        .answeredWithin(TimeLimit.workingDays(5))
                                        .edition())
                        .then(Story.registration("2018-09-03T10:00"))
                        .then(Story.receipt(PLANNING_PERMIT, "2018-09-03T10:00"))
                        .then(Story.correction(day))
                        .then(ProjectActs.whatIsDue("2018-10-09T10:00")),
                accepted("2020-01-20T10:00")
                        .then(ProjectActs.whatIsDue("2020-02-20T10:00"))
                        .then(Story.expertReview("2020-02-20T10:00"))
                        .then(ProjectActs.whatIsDue("2020-04-20T10:00")),
                registered("2018-09-03T10:00")
                        .then(ProjectActs.assessment(day))
                        .then(ProjectActs.rulingOut(CONSTRUCTION_PERMIT, day))
                        .then(ProjectActs.reinstating(CONSTRUCTION_PERMIT, day))
                        .then(ProjectActs.entrustment(day, "2019-09-03T10:00", AgentScope.REPORTS))
                        .then(ProjectActs.endOfEntrustment(1, day))
                        .readyToStart(day)
                        .then(ProjectActs.clearance(day))
                        .then(ProjectActs.start(day))
                        .then(ProjectActs.milestone(day))
                        .then(ProjectActs.completion(day))
                        .then(ProjectActs.refusalOfCompletion(day))
                        .then(ProjectActs.completion(day))
                        .then(ProjectActs.acceptanceOfCompletion(day))
                        .then(ProjectActs.production(day)),
                registered("2018-09-03T10:00")
                        .then(ProjectActs.moveTo("2021", "2021-09-03T10:00"))
                        .then(ProjectActs.start("2021-09-03T10:00"))
                        .then(ProjectActs.termination("2021-09-03T10:00")),
                registered("2018-09-03T10:00").then(ProjectActs.withdrawalOfTheProject(day)),
                kept(),
                broken(),
                Story.notified(true)
                        .then(Pledge.letter("2021-03-01T10:00"))
                        .then(Pledge.decline("2021-03-02T10:00")),
                Story.committed().then(Pledge.withdrawal("2021-04-06T10:00")));
    }

    /** A commitment with an objection and a poor first measurement, and kept in the end. */
    private static Story kept() {
        return Story.notified(true)
                .then(Pledge.letter("2021-03-01T10:00"))
                .then(Pledge.preCheck("2021-03-02T10:00"))
                .then(Pledge.objection("2021-03-04T10:00"))
                .then(Pledge.objectionDecided("2021-03-05T10:00", 1, false))
                .until("2021-05-10T10:00")
                .readyToStart("2021-05-10T10:00")
                .then(ProjectActs.start("2021-05-10T10:00"))
                .then(Pledge.measurement("2022-05-09T10:00", "plot-ratio", "0.9"))
                .then(Pledge.measurement("2022-05-10T10:00", "plot-ratio", "1.3"))
                .then(ProjectActs.completion("2022-05-20T10:00"))
                .then(ProjectActs.acceptanceOfCompletion("2022-06-01T10:00"))
                .until("2022-09-20T10:00")
                .then(ProjectActs.production("2022-09-20T10:00"))
                .then(Pledge.measurement("2023-01-10T10:00", "energy", "0.25"));
    }

    /** A commitment that was false, its rectification, the proposal and what becomes of it. */
    private static Story broken() {
        return Story.committed()
                .then(Pledge.inspection("2021-04-06T10:00"))
                .then(Pledge.order("2021-04-07T10:00", "2021-04-20"))
                .until("2021-04-22T10:00")
                .then(Pledge.verification("2021-04-22T10:00", false))
                .then(Pledge.breach("2021-04-23T10:00", BreachKind.FALSE, null))
                .then(Pledge.proposal("2021-05-10T10:00"))
                .then(Pledge.proposalObjection("2021-05-11T10:00"))
                .then(Pledge.proposalObjectionDecided("2021-05-12T10:00", false))
                .then(Pledge.repair("2022-05-16T10:00"))
                .then(Pledge.closing("2022-05-16T10:00", BreachClosing.REPAIRED));
    }

    private static Story imported() {
        return ImportedCase.of("case-1")
                .row("2012-03-01T09:00", "接件", LegalAct.RECEIVED)
                .row("2012-03-02T09:00", "受理", LegalAct.ACCEPTED)
                .row("2012-03-05T09:00", "办结", LegalAct.DECIDED)
                .story();
    }

    private static ProjectCommand anyAct(Random random, String local) {
        var acts = acts(local);
        return acts.get(random.nextInt(acts.size()));
    }

    private static List<ProjectCommand> acts(String local) {
        var acts = new ArrayList<ProjectCommand>();
        acts.add(Story.registration(local));
        acts.add(codeChange(local));
        acts.add(ProjectActs.assessment(local));
        acts.add(ProjectActs.assessment(local, Exclusion.STRATEGIC_RESOURCES));
        acts.add(ProjectActs.moveTo("2021", local));
        acts.add(ProjectActs.rulingOut(PLANNING_PERMIT, local));
        acts.add(ProjectActs.reinstating(PLANNING_PERMIT, local));
        acts.add(ProjectActs.entrustment(local, "2018-12-01T10:00", AgentScope.REPORTS));
        acts.add(ProjectActs.endOfEntrustment(1, local));
        acts.add(ProjectActs.order(CULTURAL_RELICS, local));
        acts.add(ProjectActs.startOf(CULTURAL_RELICS, local));
        acts.add(ProjectActs.deliveryOf(CULTURAL_RELICS, local));
        acts.add(ProjectActs.landSupply(local));
        acts.add(ProjectActs.clearance(local));
        acts.add(ProjectActs.start(local));
        acts.add(ProjectActs.milestone(local));
        acts.add(ProjectActs.completion(local));
        acts.add(ProjectActs.refusalOfCompletion(local));
        acts.add(ProjectActs.acceptanceOfCompletion(local));
        acts.add(ProjectActs.production(local));
        acts.add(ProjectActs.whatIsDue(local));
        acts.add(Pledge.inspection(local));
        acts.add(Story.receipt(PLANNING_PERMIT, local));
        acts.add(Story.receipt(CONSTRUCTION_PERMIT, local));
        acts.add(Story.correction(local));
        acts.add(Story.answer(local));
        acts.add(Story.acceptance(local));
        acts.add(Story.acceptance(local, null));
        acts.add(Story.deemedAcceptance(local));
        acts.add(Story.refusalOfAcceptance(local));
        acts.add(Story.record(local, "备字1号"));
        acts.add(Story.expertReview(local));
        acts.add(Story.closing(local, 1));
        acts.add(Story.closing(local, 2));
        acts.add(Story.extension(local, TimeLimit.workingDays(3)));
        acts.add(Story.grant(local));
        acts.add(Story.refusalOfTheLicence(local));
        acts.add(Story.delivery(local));
        acts.add(Story.withdrawal(local));
        acts.add(Story.revocation(local, "以欺骗手段取得"));
        acts.add(Story.workStep(local));
        return acts;
    }

    private static ProjectCommand.ChangeProjectCode codeChange(String local) {
        return new ProjectCommand.ChangeProjectCode(
                PROJECT, at(local), new ProjectCode("2018-141002-33-03-012345"));
    }

    /** The events, or the reason why there are none. */
    private static String outcome(InvestmentProject project, ProjectCommand act) {
        try {
            return project.decide(act, Story.at(act.occurredAt())).events().toString();
        } catch (Refusal refusal) {
            return refusal.reason() + ": " + refusal.detail();
        }
    }
}
