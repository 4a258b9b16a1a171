package org.chengnuo.approval.filing;

/** How far a filing has come, in the vocabulary of the national platforms. */
public enum FilingState {
    NOT_RECEIVED("未接件", "not received"),
    RECEIVED("接件", "received"),
    AWAITING_CORRECTION("补正中", "correction requested"),
    CORRECTED("补正完成", "correction answered"),
    ACCEPTANCE_REFUSED("不予受理", "acceptance refused"),
    IN_REVIEW("审查中", "in review"),
    STOPPED("特别程序", "special procedure"),
    GRANTED("办结（通过）", "granted"),
    GRANTED_DOCUMENTS_TO_FOLLOW("办结（容缺通过）", "granted, documents to follow"),
    REFUSED("办结（不通过）", "refused"),
    DEEMED_BY_SILENCE("办结（超时默认）", "deemed granted by silence"),
    DELIVERED("送达", "delivered"),
    RECORDED("已备案", "recorded"),
    WITHDRAWN("撤回", "withdrawn"),
    REVOKED("撤销", "revoked");

    private final String chinese;
    private final String english;

    FilingState(String chinese, String english) {
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
