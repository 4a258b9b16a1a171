package org.chengnuo.approval;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The office refuses an act: nothing has been recorded. Checked, so that whoever asks for a
 * decision has to say what happens when it is refused.
 */
public final class Refusal extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient List<Finding> findings;

    /**
     * @param detail what was found and what would be right, in English; the reason has the sentence
     *     for the applicant in both languages
     */
    public Refusal(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    /**
     * @param findings everything that is not right, each at its place
     */
    public Refusal(Reason reason, List<Finding> findings) {
        this(
                reason,
                findings.stream()
                        .map(
                                finding ->
                                        "%s%s: %s"
                                                .formatted(
                                                        finding.item() == null
                                                                ? ""
                                                                : finding.item() + " ",
                                                        finding.field(),
                                                        finding.english()))
                        .collect(Collectors.joining("; ")),
                findings);
    }

    private Refusal(Reason reason, String detail, List<Finding> findings) {
        // A refusal is an answer, not a fault: it needs no stack trace.
        super(detail, null, false, false);
        this.reason = reason;
        this.findings = List.copyOf(findings);
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Each thing that is not right; empty where the reason says it all. */
    public List<Finding> findings() {
        return findings;
    }
}
