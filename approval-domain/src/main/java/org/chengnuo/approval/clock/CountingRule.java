package org.chengnuo.approval.clock;

/**
 * Why a day, or a part of it, is counted or not.
 *
 * <p>The Administrative Licensing Law 行政许可法 says which days do not count. That a period begins on
 * the day after its event, and that it follows the calendar, is what the Civil Code 民法典 says of
 * periods.
 */
public enum CountingRule {
    DAY_OF_ACCEPTANCE(false, "受理当日不计入", "the day of acceptance is not counted", "民法典 Art. 201"),
    WORKING_DAY(true, "工作日，计入", "working day, counted", "行政许可法 Art. 82"),
    MAKE_UP_WORKING_DAY(true, "调休上班日，计入", "make-up working day, counted", "行政许可法 Art. 82"),
    WEEKEND(false, "周末，不计入", "weekend, not counted", "行政许可法 Art. 82"),
    STATE_COUNCIL_DAY_OFF(
            false, "国务院通知放假，不计入", "State Council day off, not counted", "行政许可法 Art. 82"),
    NATURAL_DAY(true, "自然日，计入", "natural day, counted", "民法典 Art. 200"),
    NATURAL_HOURS(true, "自然小时，计入", "natural hours, counted", "民法典 Art. 200"),
    STOPPED(false, "特别程序期间，不计入", "stopped by a special procedure, not counted", "行政许可法 Art. 45"),
    /** Only by {@link Basis#ATTESTED}: the records claim a stop, but it was not entered in time. */
    STOP_NOT_ATTESTED(
            true,
            "特别程序未及时登记或未告知，计入",
            "stop not recorded in time, or no notice: counted",
            "行政许可法 Art. 45");

    private final boolean counts;
    private final String chinese;
    private final String english;
    private final String article;

    CountingRule(boolean counts, String chinese, String english, String article) {
        this.counts = counts;
        this.chinese = chinese;
        this.english = english;
        this.article = article;
    }

    public boolean counts() {
        return counts;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The law and its article. */
    public String article() {
        return article;
    }
}
