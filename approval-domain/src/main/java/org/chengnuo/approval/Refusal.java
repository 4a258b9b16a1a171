package org.chengnuo.approval;

import java.io.Serial;

/**
 * The office refuses an act: nothing has been recorded. Checked, so that whoever asks for a
 * decision has to say what happens when it is refused.
 */
public final class Refusal extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final Reason reason;

    /**
     * @param detail what was found and what would be right, in English; the reason has the sentence
     *     for the applicant in both languages
     */
    public Refusal(Reason reason, String detail) {
        // A refusal is an answer, not a fault: it needs no stack trace.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
