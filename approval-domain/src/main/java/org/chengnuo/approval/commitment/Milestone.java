package org.chengnuo.approval.commitment;

/** A milestone that an enterprise promises: 承诺×年×月开工，×年×月竣工，×年×月投产. */
public enum Milestone {
    START("开工", "construction start"),
    COMPLETION("竣工", "completion"),
    PRODUCTION("投产", "production");

    private final String chinese;
    private final String english;

    Milestone(String chinese, String english) {
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
