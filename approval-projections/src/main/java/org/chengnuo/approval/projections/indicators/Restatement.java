package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the figures of a question differ as of two moments, and by which acts.
 *
 * @param before as of when
 * @param after as of when
 * @param position up to which the journal is in it
 * @param changed how many filings, or other things, count otherwise
 * @param byTimeAlone how many of them without an act between the two: what became overdue or due
 * @param actsInAll how many acts there are
 * @param acts a page of them, in the order in which they were recorded
 */
public record Restatement<G>(
        Bilingual definition,
        String before,
        String after,
        Position position,
        List<Figure<G>> figures,
        long changed,
        long byTimeAlone,
        long actsInAll,
        List<RestatingAct> acts) {

    static final Bilingual DEFINITION =
            new Bilingual(
                    "the figures that differ between what was known at the two moments, and the"
                            + " acts recorded between them that changed a filing, or another thing,"
                            + " that counts otherwise now",
                    "两个时点所知数据之间有差异的数字，以及其间录入的、使办件等改变计数的操作");

    public Restatement {
        figures = List.copyOf(figures);
        acts = List.copyOf(acts);
    }

    /**
     * A figure that differs.
     *
     * @param before null if the group was not there yet
     * @param after null if it is no longer
     */
    public record Figure<G>(
            List<@Nullable String> keys,
            @Nullable String unit,
            @Nullable G before,
            @Nullable G after) {

        public Figure {
            keys = Collections.unmodifiableList(new ArrayList<>(keys));
        }
    }

    /**
     * An act by which figures changed.
     *
     * @param filing null for an act of the project itself
     * @param late whether it was entered late
     * @param automatic whether it happened by itself
     */
    public record RestatingAct(
            Position position,
            String name,
            String project,
            @Nullable String filing,
            Instant occurred,
            Instant recorded,
            boolean late,
            boolean automatic) {}
}
