package org.chengnuo.approval.api.letter;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The font of one document, of which the document gets the characters that it uses. It has all of
 * the Table of General Standard Chinese Characters; what it has not is written as its code point,
 * as in 〔U+2A6D6〕, because a name from which a character had silently gone would be another name.
 */
final class LetterFont implements AutoCloseable {

    private static final String FILE = "noto-serif-sc-subset.ttf";

    private final TrueTypeFont outlines;
    private final CmapLookup characters;
    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();
    private boolean lacking;

    private LetterFont(TrueTypeFont outlines, PDType0Font font) throws IOException {
        this.outlines = outlines;
        this.characters = outlines.getUnicodeCmapLookup();
        this.font = font;
    }

    static LetterFont in(PDDocument document) throws IOException {
        try (InputStream file = LetterFont.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the font of the letters is missing: " + FILE);
            }
            TrueTypeFont outlines =
                    new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            return new LetterFont(outlines, PDType0Font.load(document, outlines, true));
        }
    }

    PDType0Font font() {
        return font;
    }

    /** Whether a character had to be written as its code point. */
    boolean lacking() {
        return lacking;
    }

    /** The text as it can be written: every character is there, or its code point is. */
    String writable(String text) {
        var writable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .forEach(
                        c -> {
                            if (Character.isWhitespace(c) && c != '\u3000') {
                                writable.append(' ');
                            } else if (characters.getGlyphId(c) != 0) {
                                writable.appendCodePoint(c);
                            } else {
                                lacking = true;
                                writable.append("〔U+%04X〕".formatted(c));
                            }
                        });
        return writable.toString();
    }

    /**
     * @param writable of {@link #writable}
     */
    float width(String writable, float size) {
        return (float) (writable.codePoints().mapToDouble(this::width).sum() * size / 1000);
    }

    private double width(int character) {
        return widths.computeIfAbsent(
                character,
                c -> {
                    try {
                        return font.getStringWidth(Character.toString(c));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Override
    public void close() throws IOException {
        outlines.close();
    }
}
