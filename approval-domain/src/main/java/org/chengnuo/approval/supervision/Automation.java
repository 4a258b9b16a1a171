package org.chengnuo.approval.supervision;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationComing;
import org.chengnuo.approval.supervision.SupervisionEvent.RectificationMissed;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happens to the orders by itself. A day ends at its 24:00, by the calendar. */
final class Automation {

    /** No law says how long before; a week leaves time to finish what has been begun. */
    private static final int COMING_NATURAL_DAYS = 7;

    private Automation() {}

    static @Nullable Due next(List<Order> orders, WorkingCalendar calendar) {
        Due first = null;
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            first =
                    earlier(
                            first,
                            whenDeadlineComesThenRectificationComing(i + 1, order, calendar));
            first =
                    earlier(
                            first,
                            whenDeadlinePassesThenRectificationMissed(i + 1, order, calendar));
        }
        return first;
    }

    private static @Nullable Due whenDeadlineComesThenRectificationComing(
            int number, Order order, WorkingCalendar calendar) {
        if (order.stage() == Order.Stage.RECTIFIED || order.announced() || order.missed()) {
            return null;
        }
        Instant aWeekBefore = startOf(order.deadline().minusDays(COMING_NATURAL_DAYS), calendar);
        Instant near =
                aWeekBefore.isAfter(order.ordered()) ? aWeekBefore : halfWay(order, calendar);
        return new Due(
                near,
                List.of(new RectificationComing(order.project(), near, number, order.deadline())));
    }

    /** Half of the time that the enterprise has, where that is shorter than a week. */
    private static Instant halfWay(Order order, WorkingCalendar calendar) {
        Duration time = Duration.between(order.ordered(), endOf(order.deadline(), calendar));
        return order.ordered().plusSeconds(time.toSeconds() / 2);
    }

    private static @Nullable Due whenDeadlinePassesThenRectificationMissed(
            int number, Order order, WorkingCalendar calendar) {
        if (order.stage() == Order.Stage.RECTIFIED || order.missed()) {
            return null;
        }
        Instant passed = endOf(order.deadline(), calendar);
        return new Due(
                passed,
                List.of(
                        new RectificationMissed(
                                order.project(), passed, number, order.deadline())));
    }

    private static @Nullable Due earlier(@Nullable Due first, @Nullable Due second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return second.at().isBefore(first.at()) ? second : first;
    }

    private static Instant startOf(LocalDate day, WorkingCalendar calendar) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private static Instant endOf(LocalDate day, WorkingCalendar calendar) {
        return startOf(day.plusDays(1), calendar);
    }
}
