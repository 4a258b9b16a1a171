package org.chengnuo.approval.projections.ageing;

import org.chengnuo.approval.clock.LimitReading;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;

/** How much of its promised limit, extension included, an open filing has used. */
public enum Share {
    NO_LIMIT_YET(0, new Bilingual("no limit runs yet: it is not accepted", "尚未受理，时限未起算")),
    UP_TO_HALF(50, new Bilingual("less than 50 %", "不足50%")),
    UP_TO_80(80, new Bilingual("50 % and more, less than 80 %", "50%以上不足80%")),
    UP_TO_90(90, new Bilingual("80 % and more, less than 90 %", "80%以上不足90%")),
    UP_TO_ALL(
            100,
            new Bilingual(
                    "90 % and more, not past it; all that is due on the day itself",
                    "90%以上未超期；含当日应办结的")),
    PAST(Integer.MAX_VALUE, new Bilingual("past the limit", "已超期"));

    private final int belowPercent;
    private final Bilingual meaning;

    Share(int belowPercent, Bilingual meaning) {
        this.belowPercent = belowPercent;
        this.meaning = meaning;
    }

    public Bilingual meaning() {
        return meaning;
    }

    static Share of(LimitReading reading) {
        if (reading.overdue()) {
            return PAST;
        }
        for (Share share : values()) {
            if (share != NO_LIMIT_YET
                    && share.belowPercent < 100
                    && !reading.used().reaches(share.belowPercent, reading.limit())) {
                return share;
            }
        }
        return UP_TO_ALL;
    }
}
