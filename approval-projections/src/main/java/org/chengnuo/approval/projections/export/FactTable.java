package org.chengnuo.approval.projections.export;

import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Sql;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the statistics are computed from, a table each. Nobody's name is in them. */
public enum FactTable {
    /** A row for each filing, as it is known. */
    FILINGS(EnumSet.complementOf(EnumSet.range(Dimension.DAY, Dimension.YEAR))) {
        @Override
        Sql rows(FactFilter filter, AsOf asOf) {
            return Sql.compose(
                    "select * from {} where {} order by known_from, filing",
                    asOf.facts(),
                    filter.condition());
        }
    },
    /** The stops of these filings. */
    STOPS(FILINGS.dimensions) {
        @Override
        Sql rows(FactFilter filter, AsOf asOf) {
            return Sql.compose(
                    """
                    select stop.* from stop join (select * from {} where {}) as filing
                        using (project, filing, known_from)
                    order by known_from, filing, number
                    """,
                    asOf.facts(),
                    filter.condition());
        }
    },
    PROJECTS(
            EnumSet.of(
                    Dimension.ZONE,
                    Dimension.REGION,
                    Dimension.INDUSTRY,
                    Dimension.PROJECT_TYPE,
                    Dimension.ENTERPRISE,
                    Dimension.EDITION,
                    Dimension.IMPORT)) {
        @Override
        Sql rows(FactFilter filter, AsOf asOf) {
            return Sql.compose(
                    "select * from {} where {} order by known_from, project",
                    asOf.projects(),
                    filter.condition());
        }
    },
    /** The parcels of these projects. */
    PARCELS(PROJECTS.dimensions) {
        @Override
        Sql rows(FactFilter filter, AsOf asOf) {
            return partsOfProjects("parcel", "parcel", filter, asOf);
        }
    },
    /** What the commitments of these projects promise. */
    OBLIGATIONS(PROJECTS.dimensions) {
        @Override
        Sql rows(FactFilter filter, AsOf asOf) {
            return partsOfProjects("obligation", "commitment, obligation", filter, asOf);
        }
    },
    /** Every event: when it happened, and when it was recorded. */
    ACTS(EnumSet.of(Dimension.ZONE, Dimension.CENTER, Dimension.ITEM)) {
        @Override
        Sql rows(FactFilter filter, AsOf asOf) {
            return Sql.compose(
                    "select * from act where {} and {} order by transaction_id, index",
                    asOf.acts(),
                    filter.condition());
        }
    };

    private final Set<Dimension> dimensions;

    FactTable(Set<Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    abstract Sql rows(FactFilter filter, AsOf asOf);

    private static Sql partsOfProjects(String part, String order, FactFilter filter, AsOf asOf) {
        return Sql.compose(
                """
                select part.* from %s as part join (select * from {} where {}) as project
                    using (project, known_from)
                order by known_from, project, %s
                """
                        .formatted(part, order),
                asOf.projects(),
                filter.condition());
    }

    /** Whether its rows can be chosen by it. */
    public boolean tellsApart(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    /**
     * @throws IllegalArgumentException if it is restricted by what it does not have
     */
    void requireTold(FactFilter filter) {
        for (Dimension dimension : filter.values().keySet()) {
            if (!tellsApart(dimension)) {
                throw new IllegalArgumentException(
                        "%s are told apart by %s, not by %s"
                                .formatted(
                                        word(),
                                        dimensions.stream()
                                                .map(Dimension::word)
                                                .collect(Collectors.joining(", ")),
                                        dimension.word()));
            }
        }
    }

    /** What it is called in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static String words() {
        return Arrays.stream(values()).map(FactTable::word).collect(Collectors.joining(", "));
    }
}
