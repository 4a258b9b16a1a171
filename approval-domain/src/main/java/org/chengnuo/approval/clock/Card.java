package org.chengnuo.approval.clock;

/** The warning card 红黄牌 of a filing, from none to the worst. */
public enum Card {
    NONE("无", "none"),
    /** One of the {@link WarningThresholds} is reached. */
    YELLOW("黄牌", "yellow"),
    /** Past the promised limit. */
    RED("红牌", "red"),
    /** Past the statutory limit. */
    STATUTORY_OVERDUE("超法定时限", "statutory overdue");

    private final String chinese;
    private final String english;

    Card(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
