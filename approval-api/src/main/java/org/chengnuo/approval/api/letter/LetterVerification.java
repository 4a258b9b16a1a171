package org.chengnuo.approval.api.letter;

import org.chengnuo.approval.api.letter.LetterDocument.Item;
import org.chengnuo.approval.api.letter.LetterDocument.Words;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What whoever holds a letter is told about it. Only to who shows the right hash, and so holds the
 * letter, is said what stands in it.
 *
 * @param shown null unless the letter is authentic
 */
public record LetterVerification(Finding finding, @Nullable Shown shown) {

    /** Whether the letter is the one on record. */
    public enum Finding {
        AUTHENTIC,
        /** There is such a commitment, but its letter has another hash. */
        NOT_AUTHENTIC,
        /** There is no such commitment. */
        UNKNOWN
    }

    /**
     * @param enterprise partly masked
     * @param since when the letter came to its state
     */
    public record Shown(
            String number,
            String projectName,
            String enterprise,
            Words state,
            boolean inForce,
            Instant since,
            List<Item> items) {

        private static final DateTimeFormatter MINUTE =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                        .withZone(ZoneId.of("Asia/Shanghai"));

        /** As the page shows it, in the time of China. */
        public String sinceMinute() {
            return MINUTE.format(since);
        }
    }

    public static LetterVerification unknown() {
        return new LetterVerification(Finding.UNKNOWN, null);
    }

    /**
     * @param recorded the letter as it stands on record
     * @param since when it came to its state
     * @param hash of the letter that is being checked; null if none was given
     */
    public static LetterVerification of(
            LetterDocument recorded, boolean inForce, Instant since, @Nullable String hash) {
        if (hash == null || !same(recorded.hash(), hash)) {
            return new LetterVerification(Finding.NOT_AUTHENTIC, null);
        }
        return new LetterVerification(
                Finding.AUTHENTIC,
                new Shown(
                        recorded.number(),
                        recorded.projectName(),
                        masked(recorded.enterprise()),
                        recorded.state(),
                        inForce,
                        since,
                        recorded.items()));
    }

    /** In the same time however much of it is right. */
    private static boolean same(String recorded, String shown) {
        return MessageDigest.isEqual(
                recorded.getBytes(StandardCharsets.UTF_8),
                shown.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** The region at the beginning and the end are enough to recognise one's own. */
    private static String masked(String creditCode) {
        int open = creditCode.length() - 4;
        return open <= 6
                ? "*".repeat(creditCode.length())
                : creditCode.substring(0, 6) + "*".repeat(open - 6) + creditCode.substring(open);
    }
}
