package org.chengnuo.approval.projections.statistics;

import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.indicators.Withholding.Cell;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A group of which nothing is published, for it is too small, or would tell of one that is.
 *
 * @param withheld always true, so that it can be told from a group that is shown
 */
record Withheld(List<@Nullable String> keys, boolean withheld) {

    /** The groups, those that are withheld as no more than their keys. */
    static <G> List<Object> from(
            List<G> groups,
            Function<G, List<@Nullable String>> keys,
            ToLongFunction<G> n,
            Withholding withholding) {
        List<Boolean> withheld =
                withholding.withheld(
                        groups.stream()
                                .map(group -> new Cell(keys.apply(group), n.applyAsLong(group)))
                                .toList());
        var published = new ArrayList<Object>();
        for (int i = 0; i < groups.size(); i++) {
            G group = groups.get(i);
            published.add(withheld.get(i) ? new Withheld(keys.apply(group), true) : group);
        }
        return published;
    }
}
