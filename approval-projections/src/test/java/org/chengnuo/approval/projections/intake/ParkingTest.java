package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

@RealParts
class ParkingTest {

    @TempDir Path folder;

    private TestJournal journal;

    @BeforeEach
    void given(Parts parts) {
        journal = new TestJournal(parts);
    }

    @SuppressWarnings("NullAway.Init")
    private Running running;

    @AfterEach
    void close() {
        running.close();
    }

    private void start() {
        running = new Running(journal, folder, 100).caughtUp();
    }

    private List<ParkedEvent> parked(String name) {
        return running.intake().parked(name, 100);
    }

    private String state(int number) {
        return running.registered().filing(filing(number)).orElseThrow().state();
    }

    /** One project before and one after, in the same batch. */
    private void givenTwoGoodProjectsAround(Runnable bad) {
        journal.append(at("2018-09-03T09:00"), List.of(registered(project(1), "LF-01")));
        journal.append(
                at("2018-09-03T09:00"), List.of(received(filing(1), at("2018-09-03T09:00"))));
        bad.run();
        journal.append(at("2018-09-03T09:00"), List.of(registered(project(2), "LF-01")));
        journal.append(
                at("2018-09-03T09:00"), List.of(received(filing(2), at("2018-09-03T09:00"))));
    }

    @Test
    void anUnknownEventIsParkedWithAllThatFollowsInItsProject() {
        givenTwoGoodProjectsAround(
                () -> {
                    journal.append(
                            at("2018-09-03T09:00"),
                            List.of(
                                    registered(project(9), "LF-01"),
                                    received(filing(9), at("2018-09-03T09:00"))));
                    journal.appendRaw(project(9), "filing.teleported", "1", "{}");
                    journal.append(
                            at("2018-09-04T09:00"),
                            List.of(accepted(filing(9), at("2018-09-04T09:00"))));
                });

        start();

        for (String name : List.of("register", "reviewtimes")) {
            assertThat(parked(name)).extracting(ParkedEvent::behind).containsExactly(false, true);
            assertThat(parked(name).getFirst().cause())
                    .isEqualTo("no event filing.teleported of revision 1 is known");
            assertThat(parked(name).getLast().cause())
                    .isEqualTo("behind " + parked(name).getFirst().position());
            assertThat(running.intake().status(name).parked()).isEqualTo(2);
        }
        assertThat(state(9)).isEqualTo(FilingState.RECEIVED.name());
        assertThat(state(2)).isEqualTo(FilingState.RECEIVED.name());
    }

    @Test
    void brokenJsonAndAFutureRevisionAreParkedWithoutTheirPayload() {
        journal.appendRaw(project(7), "project.registered", "1", "{\"secret\": 42}");
        journal.appendRaw(project(8), "project.registered", "2", "{}");

        start();

        assertThat(parked("register")).hasSize(2);
        assertThat(parked("register").getFirst().cause()).startsWith("not a ProjectRegistered");
        assertThat(parked("register").getLast().cause())
                .isEqualTo("no event project.registered of revision 2 is known");
        assertThat(running.registered().project(project(7))).isEmpty();
    }

    @Test
    void aGapInTheNumbersOfAProjectIsParked() {
        givenTwoGoodProjectsAround(
                () -> {
                    journal.append(
                            at("2018-09-03T09:00"), List.of(registered(project(9), "LF-01")));
                    journal.appendRaw(
                            project(9),
                            5,
                            "filing.received",
                            "1",
                            DomainJson.journal()
                                    .writeValueAsString(
                                            received(filing(9), at("2018-09-03T09:00"))));
                });

        start();

        assertThat(parked("reviewtimes"))
                .singleElement()
                .extracting(ParkedEvent::cause)
                .isEqualTo("it is number 5 of its project, and the next would be 1");
        assertThat(state(2)).isEqualTo(FilingState.RECEIVED.name());
    }

    @Test
    void anEventThatAReadModelFailsOnIsFoundAndParkedThere() {
        FilingReceived good = received(filing(9), at("2018-09-03T09:00"));
        givenTwoGoodProjectsAround(
                () ->
                        journal.append(
                                at("2018-09-03T09:00"),
                                List.of(
                                        registered(project(9), "LF-01"),
                                        new FilingReceived(
                                                good.filing(),
                                                good.occurredAt(),
                                                good.item(),
                                                good.itemClass(),
                                                good.center(),
                                                good.receipt(),
                                                good.edition(),
                                                "of another planet"))));

        start();

        // The register does not need the calendar.
        assertThat(parked("register")).isEmpty();
        assertThat(parked("reviewtimes"))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.projectId()).isEqualTo(project(9).toString());
                            assertThat(event.cause()).contains("there is no calendar");
                        });
        assertThat(running.intake().status("reviewtimes").lastError()).isNull();
    }

    @Test
    void whenTheTablesThemselvesFailNothingIsParkedAndTheIntakeGoesOnAfterwards()
            throws InterruptedException {
        givenTwoGoodProjectsAround(() -> {});
        start();
        journal.execute("alter table views.place rename to taken_away");
        journal.append(
                at("2018-09-04T09:00"), List.of(accepted(filing(1), at("2018-09-04T09:00"))));
        for (int i = 0; i < 500 && running.intake().status("register").lastError() == null; i++) {
            Thread.sleep(10);
        }

        assertThat(running.intake().status("register").lastError()).contains("views.place");
        assertThat(running.intake().status("register").lagEvents()).isEqualTo(1);
        assertThat(state(1)).isEqualTo(FilingState.RECEIVED.name());
        journal.execute("alter table views.taken_away rename to place");
        running.caughtUp();

        assertThat(state(1)).isEqualTo(FilingState.IN_REVIEW.name());
        assertThat(parked("register")).isEmpty();
    }

    @Test
    void itStaysParkedOverARestartAndARebuildTriesItAgain() {
        journal.append(
                at("2018-09-03T09:00"),
                List.of(
                        registered(project(9), "LF-01"),
                        received(filing(9), at("2018-09-03T09:00")),
                        accepted(filing(9), at("2018-09-04T09:00"))));
        journal.appendRaw(project(9), "filing.decide", "1", "{}");
        start();
        running.close();
        start();
        journal.append(
                at("2018-09-06T09:00"),
                List.of(Story.delivered(filing(9), at("2018-09-06T09:00"))));
        running.caughtUp();
        assertThat(parked("register")).extracting(ParkedEvent::behind).containsExactly(false, true);
        assertThat(state(9)).isEqualTo(FilingState.IN_REVIEW.name());

        String fixed =
                DomainJson.journal().writeValueAsString(decided(filing(9), at("2018-09-05T09:00")));
        journal.execute("alter table journal.event disable trigger append_only");
        journal.execute(
                "update journal.event set name = 'filing.decided', payload = '%s' where name = 'filing.decide'"
                        .formatted(fixed));
        running.rebuilt("register").rebuilt("reviewtimes");

        assertThat(parked("register")).isEmpty();
        assertThat(parked("reviewtimes")).isEmpty();
        assertThat(state(9)).isEqualTo(FilingState.DELIVERED.name());
        assertThat(journal.rows("select count(*) from views.parked_event")).containsExactly("0");
    }

    @Test
    void anUnknownProjectionIsRefusedByName() {
        start();

        assertThatThrownBy(() -> running.intake().rebuild("reviewtime"))
                .isInstanceOf(UnknownProjection.class)
                .hasMessageContaining("register, reviewtimes");
    }
}
