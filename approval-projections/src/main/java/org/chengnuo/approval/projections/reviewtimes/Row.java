package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.calendar.WorkingCalendar;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The next row of a table, value by value in the order of its columns; any may be absent. */
final class Row {

    private final DuckDBAppender appender;

    Row(DuckDBAppender appender) throws SQLException {
        this.appender = appender;
        appender.beginRow();
    }

    Row text(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.toString());
        }
        return this;
    }

    Row id(UUID value) throws SQLException {
        appender.append(value);
        return this;
    }

    Row truth(@Nullable Boolean value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.booleanValue());
        }
        return this;
    }

    Row count(@Nullable Integer value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.intValue());
        }
        return this;
    }

    Row number(@Nullable Long value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.append(value.longValue());
        }
        return this;
    }

    Row time(@Nullable Instant value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, value));
        }
        return this;
    }

    Row day(@Nullable LocalDate value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else {
            appender.appendEpochDays((int) value.toEpochDay());
        }
        return this;
    }

    /** The date on the wall of the office. */
    Row day(@Nullable Instant value, WorkingCalendar calendar) throws SQLException {
        return day(value == null ? null : calendar.dateAt(value));
    }

    Row spell(@Nullable Spell value) throws SQLException {
        return value == null
                ? number(null).number(null)
                : number(value.calendar()).number(value.working());
    }

    void end() throws SQLException {
        appender.endRow();
    }
}
