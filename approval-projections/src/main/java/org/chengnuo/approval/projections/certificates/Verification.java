package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of computing a published figure again as of its position.
 *
 * @param position null of what was tampered with; so is the program
 * @param hash whether the content is that of the hash on record
 * @param differences of the result; empty if it is equal, or if it was not computed again
 * @param rules where the rules are known otherwise now
 * @param because why it was not computed again; null if it was
 */
public record Verification(
        String number,
        Verdict verdict,
        Bilingual meaning,
        @Nullable Position position,
        Compared hash,
        @Nullable Compared program,
        List<Difference> differences,
        List<Difference> rules,
        @Nullable String because) {

    public enum Verdict {
        EQUAL("the figure is the same, computed again", "重新计算结果一致"),
        DIFFERENT("the figure differs, computed again", "重新计算结果不一致"),
        TAMPERED("the certificate on record is not the one that was published", "存档证书已被改动"),
        NOT_COMPUTABLE("the figure cannot be computed again here", "此处无法重新计算");

        private final Bilingual meaning;

        Verdict(String en, String zh) {
            this.meaning = new Bilingual(en, zh);
        }
    }

    public record Compared(String published, String now, boolean same) {

        static Compared of(String published, String now) {
            return new Compared(published, now, published.equals(now));
        }
    }

    static Verification of(
            String number,
            Verdict verdict,
            @Nullable Position position,
            Compared hash,
            @Nullable Compared program,
            List<Difference> differences,
            List<Difference> rules,
            @Nullable String because) {
        return new Verification(
                number,
                verdict,
                verdict.meaning,
                position,
                hash,
                program,
                List.copyOf(differences),
                List.copyOf(rules),
                because);
    }
}
