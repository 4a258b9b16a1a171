package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.clock.Basis;
import org.jspecify.annotations.Nullable;

/** The durations of a filing; several per filing, never one, and never mixed. */
public enum Measure {
    SPAN(
            "span",
            "first",
            "last",
            null,
            new Bilingual("span", "全程跨度"),
            new Bilingual("first recorded act, work steps included", "第一条记录（含工作步骤）"),
            new Bilingual("last recorded act, work steps included", "最后一条记录（含工作步骤）")),
    REVIEW(
            "review",
            "accepted",
            "decided",
            "closed_on",
            new Bilingual("review time without its stops", "审查用时（扣除特别程序）"),
            Words.ACCEPTED,
            Words.DECIDED),
    GROSS(
            "gross",
            "accepted",
            "decided",
            "closed_on",
            new Bilingual("review time with its stops", "审查用时（不扣除）"),
            Words.ACCEPTED,
            Words.DECIDED),
    PATH(
            "path",
            "received",
            "delivered",
            "least(coalesce(closed_on, revoked_on), coalesce(revoked_on, closed_on))",
            new Bilingual("the applicant's whole path", "申请人全程用时"),
            Words.RECEIVED,
            Words.DELIVERED),
    FIRST_LOOK(
            "first_look",
            "received",
            "requested",
            "least(coalesce(closed_on, accepted_on), coalesce(accepted_on, closed_on))",
            new Bilingual("from the receipt to the one correction notice", "接件至一次告知用时"),
            Words.RECEIVED,
            Words.REQUESTED),
    WAITING(
            "waiting",
            "requested",
            "answered",
            "least(coalesce(closed_on, accepted_on), coalesce(accepted_on, closed_on))",
            new Bilingual("waiting for the applicant", "等待申请人补正"),
            Words.REQUESTED,
            Words.ANSWERED),
    SECOND_LOOK(
            "second_look",
            "answered",
            "accepted",
            "closed_on",
            new Bilingual("from the answered correction to the acceptance", "补正完成至受理用时"),
            Words.ANSWERED,
            Words.ACCEPTED),
    HIDDEN(
            "hidden",
            "received",
            "accepted",
            "closed_on",
            new Bilingual("hidden time before the acceptance", "受理前隐性用时"),
            Words.RECEIVED,
            Words.ACCEPTED),
    DELIVERY(
            "delivery",
            "decided",
            "delivered",
            "least(coalesce(closed_on, revoked_on), coalesce(revoked_on, closed_on))",
            new Bilingual("delivery", "送达用时"),
            Words.DECIDED,
            Words.DELIVERED);

    private final String column;
    private final String begin;
    private final String end;
    private final @Nullable String given;
    private final Bilingual title;
    private final Bilingual from;
    private final Bilingual to;

    /**
     * @param given the date from which on it can end no more; null if it is never open
     */
    Measure(
            String column,
            String begin,
            String end,
            @Nullable String given,
            Bilingual title,
            Bilingual from,
            Bilingual to) {
        this.column = column;
        this.begin = begin;
        this.end = end;
        this.given = given;
        this.title = title;
        this.from = from;
        this.to = to;
    }

    public Bilingual title() {
        return title;
    }

    public Bilingual from() {
        return from;
    }

    public Bilingual to() {
        return to;
    }

    public String duration(Clock clock, Basis basis) {
        String duration = column + "_" + clock.column();
        return this == REVIEW
                ? duration + (basis == Basis.CLAIMED ? "_claimed" : "_attested")
                : duration;
    }

    public String beginAt() {
        return begin + "_at";
    }

    public String endAt() {
        return end + "_at";
    }

    String beginOn() {
        return begin + "_on";
    }

    String endOn() {
        return end + "_on";
    }

    /** Whether a filing can be in the middle of it. */
    public boolean canBeOpen() {
        return given != null;
    }

    /** SQL for the date from which on it can end no more. */
    String givenUpOn() {
        return given == null ? "null::date" : given;
    }

    /** SQL for the moment of it. */
    public String givenUpAt() {
        return given == null ? "null::timestamp" : given.replace("_on", "_at");
    }

    /** What is said of several measures. */
    private static final class Words {
        static final Bilingual REQUESTED = new Bilingual("correction requested", "补正告知");
        static final Bilingual ANSWERED = new Bilingual("correction answered", "补正完成");
        static final Bilingual RECEIVED = new Bilingual("received", "接件");
        static final Bilingual ACCEPTED =
                new Bilingual("accepted, or deemed accepted", "受理（含视为受理）");
        static final Bilingual DECIDED = new Bilingual("decided", "办结");
        static final Bilingual DELIVERED = new Bilingual("delivered", "送达");
    }
}
