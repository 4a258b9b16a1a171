package org.chengnuo.approval.api.letter;

import java.lang.Character.UnicodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks a text into lines as Chinese is set: between any two characters, but never before a mark
 * that closes or after one that opens (避头尾), and Latin words only where they are too long.
 */
final class LineBreaks {

    private static final String NEVER_FIRST = "、。，．；：！？）》〉」』】〕〗”’…—～·％‰℃°,.;:!?)]}%㎡";
    private static final String NEVER_LAST = "（《〈「『【〔〖“‘([{￥¥$№";

    private LineBreaks() {}

    static List<String> lines(String text, double width, ToDoubleFunction<String> measure) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double used = 0;
        for (String piece : pieces(text)) {
            double wide = measure.applyAsDouble(piece);
            if (used + wide > width && !piece.isBlank() && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            if (wide <= width) {
                boolean spaceAtStart = piece.equals(" ") && line.isEmpty();
                if (!spaceAtStart) {
                    line.append(piece);
                    used += wide;
                }
                continue;
            }
            // Longer than a whole line, as an address may be.
            for (int c : piece.codePoints().toArray()) {
                String one = Character.toString(c);
                double oneWide = measure.applyAsDouble(one);
                if (used + oneWide > width && !line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(one);
                used += oneWide;
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** What is not to be broken: a character with the marks that hold on to it, a word, a space. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            boolean holdsOn =
                    before != ' '
                            && c != ' '
                            && (NEVER_FIRST.indexOf(c) >= 0
                                    || NEVER_LAST.indexOf(before) >= 0
                                    || !standsAlone(before) && !standsAlone(c));
            if (!holdsOn && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean standsAlone(int c) {
        UnicodeBlock block = UnicodeBlock.of(c);
        return Character.isIdeographic(c)
                || block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
                || block == UnicodeBlock.GENERAL_PUNCTUATION
                || block == UnicodeBlock.HIRAGANA
                || block == UnicodeBlock.KATAKANA;
    }
}
