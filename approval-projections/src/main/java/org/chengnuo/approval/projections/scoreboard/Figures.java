package org.chengnuo.approval.projections.scoreboard;

import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The indicators that zones can be assessed by. */
public interface Figures {

    /** Their definitions, by their codes. */
    Map<String, Bilingual> indicators();

    /**
     * The value of an indicator for each of the zones that has one.
     *
     * @param from the first day of the period
     * @param to the first day after it
     * @throws IllegalArgumentException if there is no such indicator
     */
    Map<ZoneCode, BigDecimal> values(
            String indicator, List<ZoneCode> zones, LocalDate from, LocalDate to, AsOf asOf);
}
