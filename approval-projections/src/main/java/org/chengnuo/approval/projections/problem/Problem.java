package org.chengnuo.approval.projections.problem;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * A problem as RFC 9457 has it, in both languages.
 *
 * @param type names the kind of the problem, as in {@code urn:chengnuo:refusal:clock-stopped}
 * @param reason the closed reason of a refusal
 * @param field where in the request
 * @param article on which the refusal rests
 * @param missing all that a refused clearance lacks
 * @param errors everything that is not right, each at its place, where the request has many parts
 */
public record Problem(
        String type,
        String title,
        String titleZh,
        int status,
        @Nullable String detail,
        @Nullable Reason reason,
        @Nullable String field,
        @Nullable String article,
        @Nullable List<MissingLine> missing,
        @Nullable List<Finding> errors) {

    public Problem(
            String type,
            String title,
            String titleZh,
            int status,
            @Nullable String detail,
            @Nullable Reason reason,
            @Nullable String field,
            @Nullable String article) {
        this(type, title, titleZh, status, detail, reason, field, article, null, null);
    }

    /** A mistake of the request itself. */
    public static Problem of(
            int status, String kind, String title, String titleZh, @Nullable String detail) {
        return new Problem(
                "urn:chengnuo:problem:" + kind, title, titleZh, status, detail, null, null, null);
    }

    /** A refusal of the office. */
    public static Problem of(Refusal refusal) {
        Reason reason = refusal.reason();
        return new Problem(
                "urn:chengnuo:refusal:" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                reason.english(),
                reason.chinese(),
                status(reason),
                refusal.detail(),
                reason,
                reason.field(),
                reason.article(),
                refusal.missing().isEmpty()
                        ? null
                        : refusal.missing().stream().map(MissingLine::of).toList(),
                refusal.findings().isEmpty() ? null : refusal.findings());
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case PROJECT_UNKNOWN,
                    FILING_UNKNOWN,
                    COMMITMENT_UNKNOWN,
                    ENTRUSTMENT_UNKNOWN,
                    PROPOSAL_UNKNOWN,
                    POLICY_EDITION_UNKNOWN,
                    SCHEME_UNKNOWN,
                    CALENDAR_UNKNOWN ->
                    404;
            case IN_THE_FUTURE, BEFORE_PRECEDING_ACT -> 422;
            default -> reason.field() == null ? 409 : 422;
        };
    }
}
