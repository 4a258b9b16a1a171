package org.chengnuo.approval.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.database.EmbeddedDatabaseTest;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.api.office.Desk;
import org.chengnuo.approval.api.office.Request;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.RegisterProject;
import org.chengnuo.approval.project.ZoneCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The tests have different seeds, so that each has its own projects in the one journal. */
@EmbeddedDatabaseTest
@SpringBootTest(properties = {"chengnuo.demo.simulate=false", "chengnuo.automation.enabled=false"})
@ActiveProfiles("demo")
class SimulatorTest {

    @Autowired Desk desk;
    @Autowired Agenda agenda;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired SimulationProgress progress;

    @Test
    void anInterruptedSimulationGoesOnWhereItWas() throws Refusal {
        ThreeYears years = ThreeYears.of(1, 8);
        Simulator killed = simulator();
        int half = years.acts().size() / 2;

        assertThat(killed.carryOutFirst(years, half).carriedOut()).isEqualTo(half);
        Simulator.Outcome rest = simulator().run(years);

        assertThat(rest).isEqualTo(new Simulator.Outcome(years.acts().size() - half, 0, 0));
        assertThat(progress.state())
                .isEqualTo(
                        new SimulationProgress.State(
                                years.acts().size(), years.acts().size(), false));
        assertThatTheJournalHas(years);
        assertThat(simulator().run(years)).isEqualTo(new Simulator.Outcome(0, 0, 0));
    }

    @Test
    void whatUsersDoMeanwhileStaysAsItIs() throws Refusal, StaleVersion {
        ThreeYears years = ThreeYears.of(2, 4);
        simulator().carryOutFirst(years, years.acts().size() / 2);
        ProjectId taken = years.projects().getFirst();
        var own = new ProjectId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

        register(own);
        desk.record(
                byHand(),
                new ChangeProjectCode(
                        taken,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        new ProjectCode("2612-141002-33-03-999999")));
        int before = journal.story(taken).size();
        Simulator.Outcome rest = simulator().run(years);

        assertThat(rest.refused()).isZero();
        assertThat(rest.leftOut()).isPositive();
        assertThat(journal.story(own)).hasSize(1);
        assertThat(journal.story(taken)).hasSize(before);
    }

    @Test
    void aJournalWithOtherProjectsIsLeftAlone() throws Refusal, StaleVersion {
        register(new ProjectId(UUID.fromString("00000000-0000-4000-8000-000000000002")));

        ThreeYears years = ThreeYears.of(3, 2);

        assertThat(simulator().run(years)).isEqualTo(new Simulator.Outcome(0, 0, 0));
        assertThat(journal.story(years.projects().getFirst())).isEmpty();
    }

    private Simulator simulator() {
        return new Simulator(desk, agenda, jdbc, transaction, progress);
    }

    private void register(ProjectId project) throws Refusal, StaleVersion {
        desk.record(
                byHand(),
                new RegisterProject(
                        project,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        "年产10万吨精密铸件项目",
                        null,
                        new CreditCode("11320000MB151840XJ"),
                        new ZoneCode("LF-01"),
                        new RegionCode("141002"),
                        new IndustryCode("3391"),
                        ProjectType.RECORD_FILED,
                        new Money(BigDecimal.TEN)));
    }

    private static Request byHand() {
        return new Request("test", null, null, new Envelope("clerk", null, "api", null, "1"));
    }

    private void assertThatTheJournalHas(ThreeYears years) throws Refusal {
        var stories = PaperOffice.stories(PaperOffice.carryOut(years));
        for (ProjectId project : years.projects()) {
            assertThat(journal.story(project))
                    .extracting(Journal.Entry::recordedAt, Journal.Entry::event)
                    .containsExactlyElementsOf(
                            stories.getOrDefault(project, List.of()).stream()
                                    .map(event -> tuple(event.recordedAt(), event.event()))
                                    .toList());
            assertThat(journal.story(project))
                    .extracting(entry -> entry.metadata().get("channel"))
                    .isSubsetOf(Simulator.CHANNEL, Desk.AUTOMATION);
        }
    }
}
