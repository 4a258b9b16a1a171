package org.chengnuo.approval.api.project;

/** How far a project has come, by the nodes 节点 of its life; the last two end it before. */
public enum ProjectStage {
    REGISTERED("立项", "Registered"),
    LAND_SUPPLIED("供地", "Land supplied"),
    CLEARED("同意开工", "Start cleared"),
    STARTED("开工", "Under construction"),
    COMPLETED("竣工", "Completed"),
    ACCEPTED("竣工验收", "Completion accepted"),
    IN_PRODUCTION("投产", "In production"),
    WITHDRAWN("已撤回", "Withdrawn"),
    TERMINATED("已终止", "Terminated");

    private final String chinese;
    private final String english;

    ProjectStage(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether the project was ended before it was in production. */
    public boolean isEnd() {
        return this == WITHDRAWN || this == TERMINATED;
    }
}
