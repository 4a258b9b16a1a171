package org.chengnuo.approval.projections.reviewtimes;

/** What time a measure counts. */
public enum Clock {
    CALENDAR("calendar", new Bilingual("all time that passed", "自然时间")),
    WORKING(
            "working",
            new Bilingual(
                    "the office hours of working days, by the calendar of the filing",
                    "工作时间（按办件适用的工作日历）"));

    private final String column;
    private final Bilingual meaning;

    Clock(String column, Bilingual meaning) {
        this.column = column;
        this.meaning = meaning;
    }

    String column() {
        return column;
    }

    public Bilingual meaning() {
        return meaning;
    }
}
