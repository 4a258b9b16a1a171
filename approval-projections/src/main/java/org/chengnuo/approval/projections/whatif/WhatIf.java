package org.chengnuo.approval.projections.whatif;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How many of the same filings would have kept their limit under another rule.
 *
 * @param position up to which the journal is in it; asked again as of this position, the figures
 *     are the same
 */
public record WhatIf(Meaning definition, Position position, List<Group> groups) {

    public WhatIf {
        groups = List.copyOf(groups);
    }

    /** What the figures mean, so that nobody has to guess. */
    public record Meaning(
            Bilingual title,
            List<Bilingual> supposed,
            Limit limit,
            Bilingual judgedBy,
            Bilingual counted,
            Bilingual before,
            Bilingual after,
            Bilingual claimed,
            Bilingual attested,
            Bilingual share,
            List<Dimension> groupBy,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            Bilingual period,
            Map<Dimension, String> filter,
            String asOf) {

        static Meaning of(Question question, Supposition supposition, Limit limit) {
            return new Meaning(
                    new Bilingual("what if another rule had held", "若适用其他规则"),
                    supposition.words(),
                    limit,
                    limit.meaning(),
                    new Bilingual(
                            "decided filings that have this limit; the same ones before and after",
                            "已办结且有该时限的办件；前后为同一批办件"),
                    new Bilingual(
                            "as it was: the filing's own calendar as it was known at the decision,"
                                    + " its own limit, stops and extension",
                            "实际情况：按办件自身适用的、办结时已公布的工作日历，以及其时限、特别程序和延期判断"),
                    new Bilingual(
                            "under what is supposed, everything else as it was; the acts of the"
                                    + " filing stay where they were, whatever the office would have"
                                    + " done under that rule",
                            "按假设判断，其余不变；办件的各项行为时间不变，不推测该规则下机关会如何办理"),
                    new Bilingual("all stops, as the records say", "按记录扣除全部特别程序"),
                    new Bilingual(
                            "only stops with a notice, from the moment they were recorded in time;"
                                    + " imported filings cannot be attested and are left out",
                            "仅扣除有书面告知且及时登记的特别程序；导入的办件无法证实，不计入"),
                    new Bilingual("rounded half up to four decimals", "四舍五入到四位小数"),
                    question.groupBy(),
                    question.from(),
                    question.to(),
                    question.cohort().meaning(),
                    question.filter().values(),
                    question.asOf().toString());
        }
    }

    /**
     * @param keys by what is grouped, in the order of the groupings; null for filings that have
     *     none
     */
    public record Group(List<@Nullable String> keys, Change claimed, Change attested) {
        // Not the compact form: its class file forgets that a key may be null.
        public Group(List<@Nullable String> keys, Change claimed, Change attested) {
            this.keys = Collections.unmodifiableList(new ArrayList<>(keys));
            this.claimed = claimed;
            this.attested = attested;
        }
    }

    /**
     * Kept after is kept before, less those that flip to late, and those that flip to on time.
     *
     * @param n how many filings are judged
     * @param keptBefore how many of them kept their limit
     * @param keptAfter how many would have
     * @param toLate how many kept it and would not have
     * @param toOnTime how many did not keep it and would have
     * @param rateBefore null where there is nothing to divide by
     */
    public record Change(
            long n,
            long keptBefore,
            long keptAfter,
            long toLate,
            long toOnTime,
            @Nullable BigDecimal rateBefore,
            @Nullable BigDecimal rateAfter) {

        static Change of(long n, long keptBefore, long toLate, long toOnTime) {
            long keptAfter = keptBefore - toLate + toOnTime;
            return new Change(
                    n,
                    keptBefore,
                    keptAfter,
                    toLate,
                    toOnTime,
                    share(keptBefore, n),
                    share(keptAfter, n));
        }

        private static @Nullable BigDecimal share(long part, long whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
        }
    }
}
