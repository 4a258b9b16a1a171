package org.chengnuo.approval.projections.export;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that an export says of an event or an object.
 *
 * @param value of its type; null if there is none
 */
record Attribute(String name, Type type, @Nullable Object value) {

    /** The types that XES and OCEL have in common. */
    enum Type {
        STRING("string", "string", "TEXT"),
        TIME("date", "time", "TIMESTAMP"),
        INTEGER("int", "integer", "INTEGER"),
        FLOAT("float", "float", "REAL"),
        BOOLEAN("boolean", "boolean", "BOOLEAN");

        private final String xes;
        private final String ocel;
        private final String sql;

        Type(String xes, String ocel, String sql) {
            this.xes = xes;
            this.ocel = ocel;
            this.sql = sql;
        }

        String xes() {
            return xes;
        }

        String ocel() {
            return ocel;
        }

        String sql() {
            return sql;
        }
    }

    static Attribute text(String name, @Nullable Object value) {
        return new Attribute(name, Type.STRING, value == null ? null : value.toString());
    }

    static Attribute time(String name, Instant value) {
        return new Attribute(name, Type.TIME, value);
    }

    static Attribute number(String name, @Nullable Integer value) {
        return new Attribute(name, Type.INTEGER, value);
    }

    static Attribute number(String name, @Nullable BigDecimal value) {
        return new Attribute(name, Type.FLOAT, value);
    }

    static Attribute truth(String name, boolean value) {
        return new Attribute(name, Type.BOOLEAN, value);
    }
}
