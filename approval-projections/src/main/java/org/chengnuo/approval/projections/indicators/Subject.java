package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an indicator counts. */
public enum Subject {
    FILING("filings", "办件", EnumSet.allOf(Dimension.class)),
    PROJECT("projects", "项目", Sets.OF_PROJECTS),
    PARCEL("parcels", "宗地", Sets.OF_PROJECTS),
    OBLIGATION("obligations", "承诺义务", Sets.OF_PROJECTS),
    ACT(
            "acts",
            "操作记录",
            EnumSet.of(
                    Dimension.ZONE,
                    Dimension.CENTER,
                    Dimension.ITEM,
                    Dimension.AGENT,
                    Dimension.IMPORT)),
    /** Of the catalogue; the zone and the type of the project choose the edition. */
    ITEM(
            "items",
            "事项",
            EnumSet.of(
                    Dimension.ITEM,
                    Dimension.ITEM_CLASS,
                    Dimension.DEPARTMENT,
                    Dimension.KIND,
                    Dimension.EDITION));

    private static final class Sets {
        static final Set<Dimension> OF_PROJECTS =
                EnumSet.of(
                        Dimension.ZONE,
                        Dimension.REGION,
                        Dimension.INDUSTRY,
                        Dimension.PROJECT_TYPE,
                        Dimension.ENTERPRISE,
                        Dimension.EDITION,
                        Dimension.IMPORT);
        static final Set<Dimension> CHOOSING_AN_EDITION =
                EnumSet.of(Dimension.ZONE, Dimension.PROJECT_TYPE, Dimension.IMPORT);
    }

    private final Bilingual meaning;
    private final Set<Dimension> dimensions;

    Subject(String en, String zh, Set<Dimension> dimensions) {
        this.meaning = new Bilingual(en, zh);
        this.dimensions = dimensions;
    }

    public Bilingual meaning() {
        return meaning;
    }

    /** Whether a few of them could tell of somebody: not the items, which are published anyway. */
    boolean isWithheld() {
        return this != ITEM;
    }

    public boolean isGroupedBy(Dimension dimension) {
        return dimension.isTime() ? this != ITEM : dimensions.contains(dimension);
    }

    public boolean isFilteredBy(Dimension dimension) {
        return filters().contains(dimension);
    }

    private Set<Dimension> filters() {
        Set<Dimension> filters = EnumSet.copyOf(dimensions);
        if (this == ITEM) {
            filters.addAll(Sets.CHOOSING_AN_EDITION);
        }
        return filters;
    }

    /** Whether it belongs to a period by a date that can be chosen, and none of its own. */
    public boolean hasCohorts() {
        return this == FILING;
    }

    /**
     * @throws IllegalArgumentException if what is counted has no such grouping, filter or date
     */
    void check(Question question) {
        for (Dimension dimension : question.groupBy()) {
            if (!isGroupedBy(dimension)) {
                throw refused("grouped", dimension, dimensions);
            }
        }
        for (Dimension dimension : question.filter().values().keySet()) {
            if (!isFilteredBy(dimension)) {
                throw refused("filtered", dimension, filters());
            }
        }
        if (!hasCohorts() && question.cohort() != Cohort.ENDED) {
            throw new IllegalArgumentException(
                    "cohort: an indicator of %s has its own date, and no cohort of filings"
                            .formatted(meaning.en()));
        }
    }

    private IllegalArgumentException refused(
            String how, Dimension dimension, Set<Dimension> possible) {
        String times =
                how.equals("grouped") && this != ITEM ? ", day, week, month, quarter, year" : "";
        return new IllegalArgumentException(
                "an indicator of %s is %s by %s, not by %s"
                        .formatted(
                                meaning.en(),
                                how,
                                Stream.of(Dimension.values())
                                                .filter(one -> !one.isTime())
                                                .filter(possible::contains)
                                                .map(Dimension::word)
                                                .collect(Collectors.joining(", "))
                                        + times,
                                dimension.word()));
    }
}
