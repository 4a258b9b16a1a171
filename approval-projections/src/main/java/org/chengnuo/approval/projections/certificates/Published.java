package org.chengnuo.approval.projections.certificates;

import org.jspecify.annotations.Nullable;

/**
 * A certificate as it is kept.
 *
 * @param content its canonical JSON, of which the hash is
 * @param hash SHA-256, as recorded at its publication
 * @param supersedes the number of the certificate in whose place it is
 * @param supersededBy the number of the certificate in whose favour it was superseded
 */
public record Published(
        String number,
        String content,
        String hash,
        @Nullable String supersedes,
        @Nullable String supersededBy) {

    /**
     * @throws IllegalArgumentException if the content was changed so that it is none any more
     */
    public Certificate certificate() {
        return CanonicalJson.read(content, Certificate.class);
    }

    /** The same; null if the content is no certificate any more, which its hash tells too. */
    public @Nullable Certificate readable() {
        try {
            return certificate();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the content is that of the hash. */
    public boolean isIntact() {
        return hash.equals(hashOfContent());
    }

    String hashOfContent() {
        return CanonicalJson.hash(content);
    }
}
