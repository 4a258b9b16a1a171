package org.chengnuo.approval.supervision;

/** How a breach 违诺 is closed for which no credit proposal stands. */
public enum BreachClosing {
    /** The enterprise has made good what it did. */
    REPAIRED("信用修复", "repaired"),
    /** It should not have been found. */
    SET_ASIDE("撤销认定", "set aside");

    private final String chinese;
    private final String english;

    BreachClosing(String chinese, String english) {
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
