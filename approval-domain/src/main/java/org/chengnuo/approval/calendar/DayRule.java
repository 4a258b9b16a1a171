package org.chengnuo.approval.calendar;

/** Why a day works or does not. */
public sealed interface DayRule {

    boolean works();

    /**
     * Whether the notice that covers this day is not known yet, so that only the week is assumed.
     * What a notice says itself is never provisional.
     */
    default boolean provisional() {
        return false;
    }

    /** Monday to Friday. */
    record Weekday(boolean provisional) implements DayRule {
        @Override
        public boolean works() {
            return true;
        }
    }

    /** Saturday or Sunday. */
    record Weekend(boolean provisional) implements DayRule {
        @Override
        public boolean works() {
            return false;
        }
    }

    /**
     * A day off 放假 by a notice of the State Council.
     *
     * @param noticeYear the year that the notice is for; the end of December can belong to the next
     */
    record DayOff(String holiday, int noticeYear) implements DayRule {
        @Override
        public boolean works() {
            return false;
        }
    }

    /**
     * A Saturday or Sunday that works to make up for a holiday 调休.
     *
     * @param noticeYear the year that the notice is for
     */
    record MakeUpWork(String holiday, int noticeYear) implements DayRule {
        @Override
        public boolean works() {
            return true;
        }
    }
}
