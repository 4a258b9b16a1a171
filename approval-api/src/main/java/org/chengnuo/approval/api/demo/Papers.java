package org.chengnuo.approval.api.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Numbers papers as offices do: by center, kind and year, as in {@code 受〔2019〕0123号}. */
final class Papers {

    /** The signed and sealed letter that every enterprise of the demonstration hands in. */
    static final byte[] SEALED_LETTER =
            "承诺书（演示）：本企业已知悉告知的标准，承诺按标准实施，并承担违诺责任。\n".getBytes(StandardCharsets.UTF_8);

    /** Its SHA-256. */
    static final String LETTER = sha256(SEALED_LETTER);

    private final Map<String, Integer> last = new HashMap<>();

    String next(Zone zone, String kind, Instant at) {
        String series = "%s%s〔%d〕".formatted(zone.code(), kind, OfficeDays.dateOf(at).getYear());
        return "%s〔%d〕%04d号"
                .formatted(
                        kind, OfficeDays.dateOf(at).getYear(), last.merge(series, 1, Integer::sum));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
