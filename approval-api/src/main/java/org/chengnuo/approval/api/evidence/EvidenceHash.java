package org.chengnuo.approval.api.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * By what an attachment is known: the SHA-256 of its content.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record EvidenceHash(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException if it is anything else
     */
    public EvidenceHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the hash of an attachment has 64 lower-case hexadecimal digits, unlike «%s»"
                            .formatted(value.length() > 80 ? value.substring(0, 80) + "…" : value));
        }
    }

    static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    static EvidenceHash of(MessageDigest ended) {
        return new EvidenceHash(HexFormat.of().formatHex(ended.digest()));
    }

    /** Where it is kept, below the folder or in the bucket: no folder gets too many entries. */
    String place() {
        return "%s/%s/%s".formatted(value.substring(0, 2), value.substring(2, 4), value);
    }

    @Override
    public String toString() {
        return value;
    }
}
