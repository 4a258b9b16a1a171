package org.chengnuo.approval.project;

/** What an agent 代办员 is entrusted with. */
public enum AgentScope {
    /** To file items, answer corrections and withdraw. */
    FILINGS("申报办件"),
    /** To sign and withdraw commitments. */
    COMMITMENTS("签署承诺"),
    /** To report start, milestones, completion and production. */
    REPORTS("报告进度");

    private final String chinese;

    AgentScope(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
