package org.chengnuo.approval.projections.whatif;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;

/** By which limit filings are judged. */
public enum Limit {
    PROMISED(new Bilingual("the promised limit, extension included", "承诺时限（含延期）")),
    STATUTORY(new Bilingual("the statutory limit, extension included", "法定时限（含延期）"));

    private final Bilingual meaning;

    Limit(Bilingual meaning) {
        this.meaning = meaning;
    }

    public Bilingual meaning() {
        return meaning;
    }

    /** The column of its number, of which those of its unit and its judgements are made. */
    String column() {
        return this == PROMISED ? "promised" : "statutory";
    }
}
