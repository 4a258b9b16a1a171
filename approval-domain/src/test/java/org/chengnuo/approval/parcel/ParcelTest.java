package org.chengnuo.approval.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.ProjectActs.PARCEL;
import static org.chengnuo.approval.Story.CULTURAL_RELICS;
import static org.chengnuo.approval.Story.PLANNING_PERMIT;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.chengnuo.approval.ProjectActs;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.Table;
import org.chengnuo.approval.parcel.ParcelEvent.LandSupplied;
import org.chengnuo.approval.policy.ItemCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A parcel at every stage of a service and of its land, and every act. */
class ParcelTest {

    private static final String TABLE =
            """
            NotOrdered
              may                        OrderService SupplyLand
              SERVICE_NOT_ORDERED        StartService DeliverService

            NotOrdered and land supplied
              may                        OrderService
              SERVICE_NOT_ORDERED        StartService DeliverService
              LAND_SUPPLIED_ALREADY      SupplyLand

            Ordered
              may                        StartService SupplyLand
              SERVICE_ORDERED_ALREADY    OrderService
              SERVICE_NOT_STARTED        DeliverService

            Ordered and land supplied
              may                        StartService
              SERVICE_ORDERED_ALREADY    OrderService
              SERVICE_NOT_STARTED        DeliverService
              LAND_SUPPLIED_ALREADY      SupplyLand

            Started
              may                        DeliverService SupplyLand
              SERVICE_STARTED_ALREADY    OrderService StartService

            Started and land supplied
              may                        DeliverService
              SERVICE_STARTED_ALREADY    OrderService StartService
              LAND_SUPPLIED_ALREADY      SupplyLand

            Delivered
              may                        SupplyLand
              SERVICE_DELIVERED_ALREADY  OrderService StartService DeliverService

            Delivered and land supplied
              SERVICE_DELIVERED_ALREADY  OrderService StartService DeliverService
              LAND_SUPPLIED_ALREADY      SupplyLand
            """;

    private static final String MONDAY = "2018-09-03T10:00";
    private static final String TUESDAY = "2018-09-04T10:00";

    private static final ItemCode FLOOD = ItemCode.of("cn-shanxi:flood-impact");
    private static final List<ItemCode> SERVICES = List.of(CULTURAL_RELICS, FLOOD);

    private static final List<ParcelCommand> ACTS =
            List.of(
                    ProjectActs.order(CULTURAL_RELICS, TUESDAY),
                    ProjectActs.startOf(CULTURAL_RELICS, TUESDAY),
                    ProjectActs.deliveryOf(CULTURAL_RELICS, TUESDAY),
                    ProjectActs.landSupply(TUESDAY));

    @TestFactory
    Stream<DynamicTest> everyStageAndEveryAct() throws Refusal {
        var answers = Table.answers(TABLE);
        return stages().entrySet().stream()
                .flatMap(
                        stage ->
                                ACTS.stream()
                                        .map(act -> cell(stage.getKey(), stage.getValue(), act)))
                .map(cell -> dynamicTest(cell.name(), () -> isAnsweredBy(answers, cell)));
    }

    private static void isAnsweredBy(Map<String, String> answers, Cell cell) {
        assertThat(cell.answer()).isEqualTo(answers.get(cell.name()));
    }

    private record Cell(String name, String answer) {}

    private static Cell cell(String stage, Parcel parcel, ParcelCommand act) {
        String name = stage + " × " + act.getClass().getSimpleName();
        try {
            return new Cell(name, parcel.decide(act, SERVICES, SERVICES) == null ? "" : "may");
        } catch (Refusal refusal) {
            return new Cell(name, refusal.reason().name());
        }
    }

    @Test
    void theTableForgetsNoStageAndNoAct() throws Refusal {
        assertThat(ACTS.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(ParcelCommand.class.getPermittedSubclasses());
        assertThat(stages()).hasSize(2 * Service.class.getPermittedSubclasses().length);
        assertThat(Table.answers(TABLE)).hasSize(stages().size() * ACTS.size());
    }

    @Test
    void theSupplyNamesEveryServiceThatShouldHaveComeBefore() throws Refusal {
        Parcel delivered =
                after(
                        Parcel.untouched(PARCEL),
                        ProjectActs.order(CULTURAL_RELICS, MONDAY),
                        ProjectActs.startOf(CULTURAL_RELICS, MONDAY),
                        ProjectActs.deliveryOf(CULTURAL_RELICS, TUESDAY));

        assertThat(outstanding(delivered, TUESDAY)).containsExactly(FLOOD);
        // Entered late, it happened before the service was delivered.
        assertThat(outstanding(delivered, MONDAY)).containsExactly(CULTURAL_RELICS, FLOOD);
    }

    private static List<ItemCode> outstanding(Parcel parcel, String supplied) throws Refusal {
        var event = parcel.decide(ProjectActs.landSupply(supplied), SERVICES, SERVICES);
        return ((LandSupplied) event).outstanding();
    }

    @Test
    void theServicesOfAParcelGoOnSideBySide() throws Refusal {
        Parcel parcel =
                after(
                        Parcel.untouched(PARCEL),
                        ProjectActs.order(CULTURAL_RELICS, TUESDAY),
                        ProjectActs.order(FLOOD, MONDAY));

        assertThat(parcel.isOrdered(FLOOD)).isTrue();
        assertThat(cell("", parcel, ProjectActs.startOf(CULTURAL_RELICS, MONDAY)).answer())
                .isEqualTo("BEFORE_PRECEDING_ACT");
        assertThat(cell("", parcel, ProjectActs.order(PLANNING_PERMIT, TUESDAY)).answer())
                .isEqualTo("NOT_A_SERVICE");
    }

    private static Map<String, Parcel> stages() throws Refusal {
        var stages = new LinkedHashMap<String, Parcel>();
        Parcel none = Parcel.untouched(PARCEL);
        Parcel ordered = after(none, ProjectActs.order(CULTURAL_RELICS, MONDAY));
        Parcel started = after(ordered, ProjectActs.startOf(CULTURAL_RELICS, MONDAY));
        Parcel delivered = after(started, ProjectActs.deliveryOf(CULTURAL_RELICS, MONDAY));
        stages.put("NotOrdered", none);
        stages.put("Ordered", ordered);
        stages.put("Started", started);
        stages.put("Delivered", delivered);
        for (var stage : List.copyOf(stages.entrySet())) {
            stages.put(
                    stage.getKey() + " and land supplied",
                    after(stage.getValue(), ProjectActs.landSupply(MONDAY)));
        }
        return stages;
    }

    private static Parcel after(Parcel parcel, ParcelCommand... acts) throws Refusal {
        Parcel then = parcel;
        for (ParcelCommand act : acts) {
            then = then.evolve(then.decide(act, SERVICES, SERVICES));
        }
        return then;
    }
}
