package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many filings were decided within their promised limit, as claimed and as attested. */
public record OnTime(Meaning definition, List<Group> groups) {

    public OnTime {
        groups = List.copyOf(groups);
    }

    /** What the shares mean, so that nobody has to guess. */
    public record Meaning(
            Bilingual title,
            Bilingual counted,
            Bilingual claimed,
            Bilingual attested,
            Bilingual share,
            List<Dimension> groupBy,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            Bilingual period) {

        static Meaning of(Question question) {
            return new Meaning(
                    new Bilingual("decided within the promised limit", "承诺时限内办结"),
                    new Bilingual(
                            "decided filings with a promised limit, extension included, on the"
                                    + " calendar as it was known at the decision. Filings that are"
                                    + " still open, overdue or not, are not in this figure",
                            "已办结且有承诺时限（含延期）的办件，按办结时已公布的日历判断；未办结的办件（无论是否超期）不计入"),
                    new Bilingual("all stops, as the records say", "按记录扣除全部特别程序"),
                    new Bilingual(
                            "only stops with a notice, from the moment they were recorded in time;"
                                    + " of the filings that can be attested, which imported ones"
                                    + " cannot",
                            "仅扣除有书面告知且及时登记的特别程序；只计可证实的办件，导入的办件无法证实"),
                    new Bilingual("rounded half up to four decimals", "四舍五入到四位小数"),
                    question.groupBy(),
                    question.from(),
                    question.to(),
                    new Bilingual(
                            "by the date of the decision at the office, on or after the first day"
                                    + " and before the last",
                            "按办结在办理地的日期统计：含起始日，不含截止日"));
        }
    }

    /**
     * The shares are null where there is nothing to divide by.
     *
     * @param keys by what is grouped, in the order of the groupings; null for filings that have
     *     none
     * @param n how many were decided
     * @param onTimeClaimed how many of them in time, if all stops are believed
     * @param attestableN of how many the stops can be judged
     * @param onTimeAttested how many of those in time, if only the attested stops are believed
     */
    public record Group(
            List<@Nullable String> keys,
            long n,
            long onTimeClaimed,
            @Nullable BigDecimal shareClaimed,
            long attestableN,
            long onTimeAttested,
            @Nullable BigDecimal shareAttested) {

        static Group of(
                List<@Nullable String> keys,
                long n,
                long onTimeClaimed,
                long attestableN,
                long onTimeAttested) {
            return new Group(
                    keys,
                    n,
                    onTimeClaimed,
                    share(onTimeClaimed, n),
                    attestableN,
                    onTimeAttested,
                    share(onTimeAttested, attestableN));
        }

        public Group {
            keys = Collections.unmodifiableList(new ArrayList<>(keys));
        }

        /** Of a statistic with one grouping; {@code all} if it has none. */
        public @Nullable String key() {
            return keys.isEmpty() ? "all" : keys.getFirst();
        }

        private static @Nullable BigDecimal share(long part, long whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
        }
    }
}
