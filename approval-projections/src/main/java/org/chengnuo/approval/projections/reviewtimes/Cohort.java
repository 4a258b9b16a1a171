package org.chengnuo.approval.projections.reviewtimes;

/** By which of its dates a filing belongs to a period, and to a part of the time. */
public enum Cohort {
    /** The end of the measure. */
    ENDED(new Bilingual("by the date on which the measure ended", "按计时终点的日期")),
    RECEIVED(new Bilingual("by the date of the receipt", "按接件日期")),
    ACCEPTED(new Bilingual("by the date of the acceptance", "按受理日期")),
    DECIDED(new Bilingual("by the date of the decision", "按办结日期"));

    private final Bilingual meaning;

    Cohort(Bilingual meaning) {
        this.meaning = meaning;
    }

    public Bilingual meaning() {
        return meaning;
    }

    /** The column of its date. */
    public String on(Measure measure) {
        return switch (this) {
            case ENDED -> measure.endOn();
            case RECEIVED -> "received_on";
            case ACCEPTED -> "accepted_on";
            case DECIDED -> "decided_on";
        };
    }
}
