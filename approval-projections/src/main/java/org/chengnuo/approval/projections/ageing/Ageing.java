package org.chengnuo.approval.projections.ageing;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How old what is open is.
 *
 * @param at the moment of the reading; null if nothing is known
 * @param oldest of all groups, the oldest first
 */
public record Ageing(
        Meaning definition,
        Position position,
        @Nullable Instant at,
        List<Group> groups,
        List<OpenFiling> oldest) {

    public Ageing {
        groups = List.copyOf(groups);
        oldest = List.copyOf(oldest);
    }

    /** What the figures mean, so that nobody has to guess. */
    public record Meaning(
            Bilingual title,
            Bilingual counted,
            Bilingual at,
            Bilingual age,
            Bilingual share,
            Bilingual stopped,
            Bilingual overdue,
            Basis basis,
            List<Dimension> groupBy,
            Map<Dimension, String> filter,
            String asOf) {

        static Meaning of(Question question) {
            return new Meaning(
                    new Bilingual("ageing of what is open", "在办件账龄"),
                    new Bilingual(
                            "filings that were received or accepted, and neither decided nor"
                                    + " closed in another way; a case of an imported log without"
                                    + " further records counts as open",
                            "已接件或已受理、尚未办结且未以其他方式结束的办件；导入日志中没有后续记录的案件视为未结束"),
                    new Bilingual(
                            "at the moment as of which it is asked, or when the last known event"
                                    + " was recorded; an imported case at the last act of its log",
                            "以查询时点（或最后一次登记）为准；导入的案件以该日志最后一条记录为准"),
                    new Bilingual(
                            "working days after the day of the acceptance, or of the receipt if it"
                                    + " is not accepted yet; the days of stops are in it",
                            "自受理（未受理的自接件）次日起的工作日数，含特别程序期间"),
                    new Bilingual(
                            "of the promised limit with its extension, by the review clock",
                            "按审查计时，占承诺时限（含延期）的比例"),
                    new Bilingual("stopped by a special procedure at the moment", "当时处于特别程序"),
                    new Bilingual("past the promised limit at the moment", "当时已超承诺时限"),
                    question.basis(),
                    question.groupBy(),
                    question.filter().values(),
                    question.asOf().toString());
        }
    }

    /**
     * @param keys by what is grouped, in the order of the groupings; null for filings that have
     *     none
     * @param notAccepted how many of them are not accepted yet
     * @param stopped how many of them are stopped
     * @param overdue how many of them are past their limit; one can be both
     */
    public record Group(
            List<@Nullable String> keys,
            long n,
            long notAccepted,
            long stopped,
            long overdue,
            List<AgeBucket> byAge,
            List<ShareBucket> byShare) {

        // Not the compact form: its class file forgets that a key may be null.
        public Group(
                List<@Nullable String> keys,
                long n,
                long notAccepted,
                long stopped,
                long overdue,
                List<AgeBucket> byAge,
                List<ShareBucket> byShare) {
            this.keys = Collections.unmodifiableList(new ArrayList<>(keys));
            this.n = n;
            this.notAccepted = notAccepted;
            this.stopped = stopped;
            this.overdue = overdue;
            this.byAge = List.copyOf(byAge);
            this.byShare = List.copyOf(byShare);
        }
    }

    public record AgeBucket(Age age, Bilingual meaning, long n, long stopped, long overdue) {}

    public record ShareBucket(Share share, Bilingual meaning, long n, long stopped, long overdue) {}
}
