package org.chengnuo.approval.commitment;

import org.chengnuo.approval.commitment.Promise.PromisedIndicator;
import org.chengnuo.approval.commitment.Promise.PromisedMilestone;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CreditCode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A commitment letter 承诺书: everything that it says, and the hash by which a copy is told from it.
 *
 * @param items committed to
 * @param standardHash of the standard on which it rests
 * @param attachment SHA-256 of the signed and sealed letter, 64 hexadecimal digits
 */
public record Letter(
        CommitmentId commitment,
        Instant submitted,
        String number,
        CreditCode enterprise,
        List<ItemCode> items,
        String standardHash,
        Signer signer,
        Promise promise,
        String attachment) {

    public Letter {
        items = List.copyOf(items);
    }

    /** Whether the letter commits to the item. */
    public boolean covers(ItemCode item) {
        return items.contains(item);
    }

    /** Its obligations: the milestones in their order, then the indicators in theirs. */
    public List<ObligationId> obligations() {
        var all = new ArrayList<ObligationId>();
        promise.milestones().forEach(promised -> all.add(ObligationId.of(promised.milestone())));
        promise.indicators()
                .forEach(promised -> all.add(ObligationId.ofIndicator(promised.code())));
        return List.copyOf(all);
    }

    /**
     * The letter as a canonical plain text: one line {@code name: value} for each thing that it
     * says, each ended by a line feed.
     *
     * <pre>
     * chengnuo-letter: 1
     * commitment: the project's UUID, -C and the number
     * number: of the letter
     * submitted: in UTC, as 2021-03-01T02:00:00Z
     * enterprise: its credit code
     * standard: the hash of the standard
     * item: scheme:code, one line for each item
     * signer: the name
     * capacity: LEGAL_REPRESENTATIVE or AUTHORISED
     * milestone: START 2021-06-30, one line for each milestone
     * indicator: code AT_LEAST 300 万元/亩, one line for each indicator
     * attachment: the hash of the signed letter
     * </pre>
     *
     * Milestones stand in the order START, COMPLETION, PRODUCTION, all else as in the letter. A
     * number has no exponent and no trailing zeros. Within a value a backslash is written twice, a
     * line feed as {@code \n} and a carriage return as {@code \r}, so that no value can pretend to
     * be a line.
     */
    public String text() {
        var text = new StringBuilder();
        line(text, "chengnuo-letter", "1");
        line(text, "commitment", commitment.toString());
        line(text, "number", number);
        line(text, "submitted", submitted.toString());
        line(text, "enterprise", enterprise.value());
        line(text, "standard", standardHash);
        items.forEach(item -> line(text, "item", item.toString()));
        line(text, "signer", signer.name());
        line(text, "capacity", signer.capacity().name());
        for (PromisedMilestone promised : promise.milestones()) {
            line(text, "milestone", promised.milestone() + " " + promised.by());
        }
        for (PromisedIndicator promised : promise.indicators()) {
            line(
                    text,
                    "indicator",
                    "%s %s %s %s"
                            .formatted(
                                    promised.code(),
                                    promised.direction(),
                                    promised.value().toPlainString(),
                                    promised.unit()));
        }
        line(text, "attachment", attachment);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(": ")
                .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                .append('\n');
    }

    /** SHA-256 of {@link #text} in UTF-8, as 64 lower-case hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
