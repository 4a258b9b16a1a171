package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What is to be published.
 *
 * @param figure the kind, as in {@code turnaround}
 * @param parameters as the address of the figure has them
 * @param title null for that of the figure
 * @param supersedes the number of the certificate in whose place it is to be
 * @param reason why that one is superseded
 */
public record Publication(
        String figure,
        Map<String, List<String>> parameters,
        @Nullable Bilingual title,
        @Nullable String supersedes,
        @Nullable String reason) {

    /**
     * @throws IllegalArgumentException if a certificate is superseded without a reason
     */
    public Publication {
        if ((supersedes == null) != (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException(
                    supersedes == null
                            ? "reason: name the certificate that is superseded, as supersedes"
                            : "reason: say why the certificate %s is superseded"
                                    .formatted(supersedes));
        }
    }
}
