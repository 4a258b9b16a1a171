package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;

/** Against which limit a filing is held. */
enum Limit {
    PROMISED("", new Bilingual("the promised limit, with its extension", "承诺时限（含延期）")),
    ORIGINAL(
            "original_",
            new Bilingual(
                    "the promised limit as it was first, without the extension", "原承诺时限（不含延期）")),
    STATUTORY("statutory_", new Bilingual("the statutory limit, with its extension", "法定时限（含延期）")),
    STATUTORY_ORIGINAL(
            "statutory_original_",
            new Bilingual("the statutory limit without the extension", "法定时限（不含延期）"));

    private final String columns;
    private final Bilingual meaning;

    Limit(String columns, Bilingual meaning) {
        this.columns = columns;
        this.meaning = meaning;
    }

    Bilingual meaning() {
        return meaning;
    }

    /** As a part of a code; nothing for the one that is meant if nothing is said. */
    String word() {
        return columns.replaceFirst("_$", "").replace('_', '-');
    }

    /** The column that says whether it was kept. */
    String kept(Stops stops) {
        return (this == PROMISED ? "promised_" : columns) + stops.word();
    }

    /** The column of the first moment past it. */
    String overdueFrom(Stops stops) {
        return columns + "overdue_from" + (stops == Stops.CLAIMED ? "" : "_" + stops.word());
    }
}
