package org.chengnuo.approval;

import org.chengnuo.approval.construction.Missing;
import org.jspecify.annotations.Nullable;

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

    // Not part of the serial form: a refusal is answered where it is made.
    private final transient List<Missing> missing;
    private final transient List<Finding> findings;

    /**
     * @param detail what was found and what would be right, in English; the reason has the sentence
     *     for the applicant in both languages
     */
    public Refusal(Reason reason, String detail) {
        this(reason, detail, List.of(), List.of());
    }

    /**
     * @param missing all that construction needs, or would have needed, before its start
     */
    public Refusal(Reason reason, String detail, List<Missing> missing) {
        this(reason, detail, missing, List.of());
    }

    /**
     * @param findings everything that is not right, each at its place
     */
    public Refusal(Reason reason, List<Finding> findings) {
        this(
                reason,
                findings.stream().map(Finding::toString).collect(Collectors.joining("; ")),
                List.of(),
                findings);
    }

    private Refusal(Reason reason, String detail, List<Missing> missing, List<Finding> findings) {
        // A refusal is an answer, not a fault: it needs no stack trace.
        super(detail, null, false, false);
        this.reason = reason;
        this.missing = List.copyOf(missing);
        this.findings = List.copyOf(findings);
    }

    /**
     * The text that an act cannot do without.
     *
     * @throws Refusal for the reason, if it is missing or blank
     */
    public static String ifMissing(@Nullable String text, Reason reason) throws Refusal {
        if (text == null || text.isBlank()) {
            throw new Refusal(reason, reason.field() + " is missing");
        }
        return text;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /**
     * What a refused clearance or acceptance lacks: all of it, in a stable order; otherwise empty.
     */
    public List<Missing> missing() {
        return missing;
    }

    /** Each thing that is not right; empty where the reason says it all. */
    public List<Finding> findings() {
        return findings;
    }
}
