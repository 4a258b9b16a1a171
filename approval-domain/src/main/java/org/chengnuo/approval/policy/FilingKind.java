package org.chengnuo.approval.policy;

/** Kind of a filing, frozen at its acceptance: relabelling one afterwards is a known abuse. */
public enum FilingKind {
    /** Done on the spot. */
    IMMEDIATE("即办件"),
    /** Done within the promised limit. */
    PROMISED("承诺件");

    private final String chinese;

    FilingKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
