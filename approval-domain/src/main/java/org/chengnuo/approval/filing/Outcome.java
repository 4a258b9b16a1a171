package org.chengnuo.approval.filing;

/** What was decided 办结. */
public enum Outcome {
    /** 通过. */
    GRANTED(FilingState.GRANTED),
    /** 容缺通过: granted, and named documents may follow. */
    GRANTED_DOCUMENTS_TO_FOLLOW(FilingState.GRANTED_DOCUMENTS_TO_FOLLOW),
    /** 不通过. */
    REFUSED(FilingState.REFUSED);

    private final FilingState state;

    Outcome(FilingState state) {
        this.state = state;
    }

    public FilingState state() {
        return state;
    }
}
