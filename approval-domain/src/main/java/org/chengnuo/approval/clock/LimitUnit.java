package org.chengnuo.approval.clock;

/** The four units in which platforms write time limits. */
public enum LimitUnit {
    /** Natural day 自然日. */
    ND("自然日", "natural days"),
    /** Working day 工作日: the unit of the Administrative Licensing Law, Art. 82. */
    WD("工作日", "working days"),
    /** Natural hour 自然小时. */
    NH("自然小时", "natural hours"),
    /** Working hour 工作小时: an hour within the office hours of a working day. */
    WH("工作小时", "working hours");

    private final String chinese;
    private final String english;

    LimitUnit(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public boolean countsDays() {
        return this == ND || this == WD;
    }
}
