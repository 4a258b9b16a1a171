package org.chengnuo.approval.supervision;

/** What kind of breach 违诺 was found. Neither is dishonesty 失信 by itself. */
public enum BreachKind {
    /** What was promised has not been kept. */
    NOT_KEPT("未履行承诺", "commitment not kept"),
    /** What was said in the letter was not true when it was said. */
    FALSE("虚假承诺", "false commitment");

    private final String chinese;
    private final String english;

    BreachKind(String chinese, String english) {
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
