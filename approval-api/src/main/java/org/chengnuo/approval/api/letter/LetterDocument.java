package org.chengnuo.approval.api.letter;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a commitment letter says.
 *
 * @param commitment the id of the commitment, as a text
 * @param projectCode null while the project has none
 * @param enterprise its unified social credit code
 * @param edition the policy edition under which was committed
 * @param hash of the letter as it was recorded: 64 lower-case hexadecimal digits
 * @param verification where anybody can check the letter; the QR code holds it
 */
public record LetterDocument(
        String number,
        String commitment,
        String projectName,
        @Nullable String projectCode,
        String enterprise,
        String zone,
        String edition,
        Standard standard,
        List<Item> items,
        List<Indicator> indicators,
        List<Milestone> milestones,
        Signer signer,
        Instant submittedAt,
        Words state,
        String hash,
        URI verification) {

    public LetterDocument {
        items = List.copyOf(items);
        indicators = List.copyOf(indicators);
        milestones = List.copyOf(milestones);
    }

    /** The same in both languages; the Chinese one counts. */
    public record Words(String zh, String en) {}

    /**
     * The standard that was told, word for word.
     *
     * @param text in Chinese; each line is a paragraph
     * @param hash of the text: 64 lower-case hexadecimal digits
     */
    public record Standard(String version, String title, String text, String hash) {}

    public record Item(String code, Words name) {}

    /**
     * @param unit as in «万元/亩»
     * @param standard what the standard asks for
     * @param promised what the enterprise commits to
     */
    public record Indicator(
            Words name,
            String unit,
            Direction direction,
            BigDecimal standard,
            BigDecimal promised) {}

    /** On which side of its value an indicator is kept. */
    public enum Direction {
        AT_LEAST("≥", new Words("不低于", "at least")),
        AT_MOST("≤", new Words("不高于", "at most"));

        private final String sign;
        private final Words words;

        Direction(String sign, Words words) {
            this.sign = sign;
            this.words = words;
        }

        String sign() {
            return sign;
        }

        Words words() {
            return words;
        }
    }

    public record Milestone(Words name, LocalDate date) {}

    /**
     * @param capacity as in «法定代表人»
     */
    public record Signer(String name, Words capacity) {}
}
