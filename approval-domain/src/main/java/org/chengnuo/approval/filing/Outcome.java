package org.chengnuo.approval.filing;

/** What was decided 办结. */
public enum Outcome {
    /** 通过. */
    GRANTED(FilingState.GRANTED),
    /** 容缺通过: granted, and named documents may follow. */
    GRANTED_DOCUMENTS_TO_FOLLOW(FilingState.GRANTED_DOCUMENTS_TO_FOLLOW),
    /** 不通过. */
    REFUSED(FilingState.REFUSED),
    /** 超时默认: granted by silence, where a local policy says so; nobody decided it. */
    DEEMED_BY_SILENCE(FilingState.DEEMED_BY_SILENCE);

    private final FilingState state;

    Outcome(FilingState state) {
        this.state = state;
    }

    public FilingState state() {
        return state;
    }
}
