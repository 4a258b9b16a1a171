package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which filings count.
 *
 * @param values what each of these dimensions has to be; those that are not named do not restrict
 */
public record FactFilter(Map<Dimension, String> values) {

    public static final FactFilter ALL = new FactFilter(Map.of());

    /** As the value of {@link Dimension#IMPORT}: what was recorded here, and not imported. */
    public static final String RECORDED_HERE = "none";

    /**
     * @throws IllegalArgumentException if it restricts a time, for which a question has its period
     */
    public FactFilter {
        for (Dimension dimension : values.keySet()) {
            if (dimension.isTime()) {
                throw new IllegalArgumentException(
                        "a question is restricted in time by its period, not by a "
                                + dimension.word());
            }
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static FactFilter ofImport(String importId) {
        return ALL.with(Dimension.IMPORT, importId);
    }

    /** This filter, restricted further; as it is, if the value is null. */
    public FactFilter with(Dimension dimension, @Nullable String value) {
        if (value == null) {
            return this;
        }
        var all = new LinkedHashMap<>(values);
        all.put(dimension, value);
        return new FactFilter(all);
    }

    public @Nullable String value(Dimension dimension) {
        return values.get(dimension);
    }

    /** The condition on the facts. */
    public Sql condition() {
        Sql condition = Sql.of("true");
        for (var entry : values.entrySet()) {
            Dimension dimension = entry.getKey();
            condition =
                    dimension == Dimension.IMPORT && RECORDED_HERE.equals(entry.getValue())
                            ? condition.and(Sql.of("import_id is null"))
                            : condition.and(Sql.of(dimension.sql() + " = ?", entry.getValue()));
        }
        return condition;
    }
}
