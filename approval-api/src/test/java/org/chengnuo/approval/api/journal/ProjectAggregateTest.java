package org.chengnuo.approval.api.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingEvent.FilingReceived;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shell; what is decided is tested with the domain. */
class ProjectAggregateTest {

    private static final ProjectId PROJECT = new ProjectId(new UUID(0, 1));
    private static final ItemCode ITEM = ItemCode.of("cn-shanxi:works-planning-permit");
    private static final CenterCode CENTER = new CenterCode("LF-01");
    private static final Instant MONDAY = Instant.parse("2018-09-24T02:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2018-09-25T02:00:00Z");

    private static final ProjectRegistered REGISTERED =
            new ProjectRegistered(
                    PROJECT,
                    MONDAY,
                    "焦炉改造",
                    null,
                    new CreditCode("11320000MB151840XJ"),
                    new ZoneCode("LF-01"),
                    new RegionCode("141002"),
                    new IndustryCode("2521"),
                    ProjectType.RECORD_FILED,
                    new Money(BigDecimal.TEN),
                    "2018");

    private final AggregateTestFixture<ProjectAggregate> fixture = fixture();

    private static AggregateTestFixture<ProjectAggregate> fixture() {
        var fixture = new AggregateTestFixture<>(ProjectAggregate.class);
        fixture.registerCommandTargetResolver(JournalConfiguration.projectOfCommand());
        fixture.registerInjectableResource(new At(TUESDAY));
        return fixture;
    }

    private record At(Instant now) implements Circumstances {

        @Override
        public WorkingCalendar calendar(String name) {
            return ShippedCalendars.named(name);
        }

        @Override
        public PolicyEdition policyInForce(Instant moment) {
            return ShippedPolicies.inForce(moment);
        }

        @Override
        public PolicyEdition policy(String edition) {
            return ShippedPolicies.named(edition);
        }
    }

    @Test
    void aFilingOfARegisteredProjectIsReceived() {
        fixture.given(REGISTERED)
                .when(new ReceiveFiling(PROJECT, TUESDAY, ITEM, CENTER, "收1"))
                .expectEvents(
                        new FilingReceived(
                                new FilingId(PROJECT, 1),
                                TUESDAY,
                                ITEM,
                                ItemClass.KEPT_APPROVAL,
                                CENTER,
                                "收1",
                                "2018",
                                "cn"));
    }

    @Test
    void whatIsRefusedRecordsNothing() {
        fixture.given(REGISTERED)
                .when(new AcceptFiling(new FilingId(PROJECT, 1), TUESDAY, "受1"))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void anUnknownProjectIsRefusedAndNotMade() {
        fixture.givenNoPriorActivity()
                .when(new AcceptFiling(new FilingId(PROJECT, 1), TUESDAY, "受1"))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void everyCommandHasAHandler() {
        Set<Class<?>> handled =
                Arrays.stream(ProjectAggregate.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                        .map(method -> method.getParameterTypes()[0])
                        .collect(Collectors.toSet());

        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(
                        leaves(ProjectCommand.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ProjectAggregateTest::leaves)
                : Stream.of(type);
    }
}
