package org.chengnuo.approval.projections.ageing;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;

/** How many working days ago an open filing was accepted, or received if it is not accepted yet. */
public enum Age {
    UP_TO_5(5),
    UP_TO_10(10),
    UP_TO_20(20),
    UP_TO_30(30),
    UP_TO_45(45),
    UP_TO_60(60),
    LONGER(Integer.MAX_VALUE);

    private final int last;

    Age(int last) {
        this.last = last;
    }

    static Age of(int workingDays) {
        for (Age age : values()) {
            if (workingDays <= age.last) {
                return age;
            }
        }
        return LONGER;
    }

    public Bilingual meaning() {
        int first = ordinal() == 0 ? 0 : values()[ordinal() - 1].last + 1;
        return this == LONGER
                ? new Bilingual("%d working days or more".formatted(first), first + "个工作日及以上")
                : new Bilingual(
                        "%d to %d working days".formatted(first, last),
                        "%d至%d个工作日".formatted(first, last));
    }
}
