package org.chengnuo.approval.api.commitment;

/** How far a commitment has come. */
public enum CommitmentState {
    NOTICED("已告知", "noticed"),
    SUBMITTED("已提交承诺书", "letter submitted"),
    PUBLIC("公示中", "shown to the public"),
    PUBLICITY_ENDED("公示期满，异议待处理", "publicity ended, with an objection in the way"),
    IN_FORCE("生效中", "in force"),
    FULFILLED("已履约", "fulfilled"),
    DECLINED("未予受理", "declined"),
    WITHDRAWN("已撤回", "withdrawn");

    private final String chinese;
    private final String english;

    CommitmentState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether the letter binds: a fulfilled one has been kept, and stays so. */
    public boolean isInForce() {
        return this == IN_FORCE || this == FULFILLED;
    }
}
