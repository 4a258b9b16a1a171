package org.chengnuo.approval.clock;

public final class ReviewClock {
    private ReviewClock() {}

    public record Reading() {
        public boolean pastStatutory(Basis b) {
            return false;
        }
    }

    public static Reading read(
            ReviewCourse c, org.chengnuo.approval.calendar.WorkingCalendar k, java.time.Instant t) {
        return new Reading();
    }
}
