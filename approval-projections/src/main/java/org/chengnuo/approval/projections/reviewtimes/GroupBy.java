package org.chengnuo.approval.projections.reviewtimes;

/** By what the filings of a statistic are grouped. */
public enum GroupBy {
    NONE("'all'"),
    ZONE("zone"),
    REGION("region"),
    ITEM("item"),
    ITEM_CLASS("item_class"),
    CENTER("center"),
    /** The month in which the measure ended, as in {@code 2018-09}. */
    MONTH("strftime(%s, '%%Y-%%m')"),
    IMPORT("import_id"),
    KIND("kind"),
    INDUSTRY("industry"),
    PROJECT_TYPE("project_type"),
    CHANNEL("channel"),
    STATE("state");

    private final String key;

    GroupBy(String key) {
        this.key = key;
    }

    String key(Measure measure) {
        return this == MONTH ? key.formatted(measure.endOn()) : key;
    }
}
