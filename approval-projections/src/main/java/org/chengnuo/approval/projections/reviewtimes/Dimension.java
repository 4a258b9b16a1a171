package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** What filings are told apart by: a statistic is filtered and grouped by any of them. */
public enum Dimension {
    ZONE("zone"),
    REGION("region"),
    CENTER("center"),
    DEPARTMENT("department"),
    ITEM("item"),
    ITEM_CLASS("item_class"),
    KIND("kind"),
    INDUSTRY("industry"),
    PROJECT_TYPE("project_type"),
    /** The unified social credit code of the applicant. */
    ENTERPRISE("enterprise"),
    CHANNEL("channel"),
    IMPORT("import_id"),
    /** The policy edition that was frozen at the acceptance, or the mapping of an imported log. */
    EDITION("edition"),
    /** Whether an agent brought it: {@code true} or {@code false}. */
    AGENT("agent"),
    STATE("state"),
    CASE("case_id"),

    // Times, of the date of the cohort. As text they stand in their order.
    DAY("%Y-%m-%d"),
    /** As in {@code 2018-W39}, by ISO 8601. */
    WEEK("%G-W%V"),
    MONTH("%Y-%m"),
    QUARTER("quarter"),
    YEAR("%Y");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    /** Whether it is a part of the time, and no property of a filing. */
    public boolean isTime() {
        return ordinal() >= DAY.ordinal();
    }

    /** As an address has it, as in {@code item-class}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The SQL of its value, as text. */
    public String sql() {
        if (isTime()) {
            throw new IllegalStateException(this + " is of a date");
        }
        return this == AGENT ? "cast(agent as varchar)" : column;
    }

    /** The SQL of its value, as text; of a time, the part in which a date lies. */
    public String sqlOf(String date) {
        return switch (this) {
            case QUARTER -> "strftime(%1$s, '%%Y') || '-Q' || quarter(%1$s)".formatted(date);
            case DAY, WEEK, MONTH, YEAR -> "strftime(%s, '%s')".formatted(date, column);
            default -> sql();
        };
    }

    /**
     * The SQL of a key by which is grouped: of a time, the first day of the part, for a text of
     * each row would take longer than the grouping.
     */
    String groupedSqlOf(String date) {
        return isTime() ? "date_trunc('%s', %s)".formatted(word(), date) : sql();
    }

    /** The value that a key by which is grouped stands for. */
    @Nullable String partOf(@Nullable String key) {
        if (key == null || !isTime()) {
            return key;
        }
        LocalDate first = LocalDate.parse(key.substring(0, 10));
        return switch (this) {
            case DAY -> first.toString();
            case WEEK ->
                    "%d-W%02d"
                            .formatted(
                                    first.get(IsoFields.WEEK_BASED_YEAR),
                                    first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER ->
                    "%d-Q%d".formatted(first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> Integer.toString(first.getYear());
            default -> throw new IllegalStateException(this + " is no time");
        };
    }
}
