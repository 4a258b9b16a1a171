package org.chengnuo.approval.supervision;

/** At which node 节点 of a project it is inspected. */
public enum Node {
    BEFORE_START("开工前", "before the start"),
    DURING_CONSTRUCTION("建设中", "during construction"),
    AT_COMPLETION("竣工", "at completion"),
    IN_OPERATION("运营中", "in operation");

    private final String chinese;
    private final String english;

    Node(String chinese, String english) {
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
