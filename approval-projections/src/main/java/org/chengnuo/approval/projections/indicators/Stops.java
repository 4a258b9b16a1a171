package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;

import java.util.Locale;

/** Which stops are believed. */
enum Stops {
    CLAIMED(new Bilingual("all stops are left out, as the records say", "按记录扣除全部特别程序")),
    ATTESTED(
            new Bilingual(
                    "only stops with a notice are left out, from the moment they were recorded in"
                            + " time; imported filings cannot be attested and do not count",
                    "仅扣除有书面告知且及时登记的特别程序；导入的办件无法证实，不计入")),
    GROSS(new Bilingual("no stop is left out", "不扣除任何特别程序"));

    private final Bilingual meaning;

    Stops(Bilingual meaning) {
        this.meaning = meaning;
    }

    Bilingual meaning() {
        return meaning;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
