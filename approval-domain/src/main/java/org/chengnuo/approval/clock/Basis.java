package org.chengnuo.approval.clock;

/** Which stops a reading believes. */
public enum Basis {
    /** All stops, as the records say. */
    CLAIMED("按记录", "claimed"),
    /** Only stops that were recorded when they began, with ground and notice. */
    ATTESTED("可证实", "attested");

    private final String chinese;
    private final String english;

    Basis(String chinese, String english) {
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
