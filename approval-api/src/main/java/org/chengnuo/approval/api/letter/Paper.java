package org.chengnuo.approval.api.letter;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages of one document, written from top to bottom; what does not fit goes on overleaf.
 * Measures are points, heights count from the top of the page.
 */
final class Paper {

    static final float LEFT = 64;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

    private static final float TOP = 78;
    private static final float BOTTOM = PDRectangle.A4.getHeight() - 66;
    private static final float PADDING = 3.2f;

    private static final Color INK = new Color(0x1a1a1a);
    private static final Color PALE = new Color(0x6b6b6b);
    private static final Color RULE = new Color(0xb8b8b8);
    private static final Color SHADE = new Color(0xf3f1ee);

    /** How a text is written. The one weight of the font is thickened to make headings. */
    enum Style {
        TITLE(23, 34, INK, true),
        HEADING(12, 20, INK, true),
        TEXT(10.5f, 17, INK, false),
        CELL(9.5f, 13, INK, false),
        STRONG(9.5f, 13, INK, true),
        SMALL(7.5f, 9.8f, PALE, false),
        FINE(6.5f, 9, PALE, false);

        private final float size;
        private final float leading;
        private final Color colour;
        private final boolean bold;

        Style(float size, float leading, Color colour, boolean bold) {
            this.size = size;
            this.leading = leading;
            this.colour = colour;
            this.bold = bold;
        }
    }

    /** A text that is to be written so. */
    record Said(String text, Style style) {}

    /** A line that fits. */
    private record Line(String text, Style style) {}

    private final PDDocument document;
    private final LetterFont font;
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private float down;

    Paper(PDDocument document, LetterFont font) throws IOException {
        this.document = document;
        this.font = font;
        turn();
    }

    private void turn() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(new PDPageContentStream(document, page));
        down = TOP;
    }

    private PDPageContentStream page() {
        return pages.getLast();
    }

    /** Where the next line begins. */
    float down() {
        return down;
    }

    void space(float height) {
        down += height;
    }

    /** Turns the page unless this much is left of it. */
    void need(float height) throws IOException {
        if (down + height > BOTTOM && down > TOP) {
            turn();
        }
    }

    void centred(String text, Style style) throws IOException {
        for (Line line : lines(text, style, WIDTH)) {
            need(style.leading);
            float indent = (WIDTH - font.width(line.text, style.size)) / 2;
            write(line, LEFT + indent, down);
            down += style.leading;
        }
    }

    /** A heading, which does not stay alone at the foot of a page. */
    void heading(String chinese, String english) throws IOException {
        space(12);
        need(70);
        Line line = new Line(font.writable(chinese), Style.HEADING);
        write(line, LEFT, down);
        float after = LEFT + font.width(line.text, Style.HEADING.size) + 7;
        baseline(new Line(font.writable(english), Style.SMALL), after, down + 14.5f);
        down += Style.HEADING.leading + 2;
    }

    void paragraph(String text, Style style) throws IOException {
        for (Line line : lines(text, style, WIDTH)) {
            need(style.leading);
            write(line, LEFT, down);
            down += style.leading;
        }
    }

    /** A line across, as under the title of an official paper. */
    void rule(Color colour, float thick) throws IOException {
        page().setNonStrokingColor(colour);
        rectangle(LEFT, down, WIDTH, thick);
        page().fill();
        down += thick;
    }

    /**
     * @param head repeated on every page that the table reaches; none if empty
     * @param widths of the columns
     */
    void table(List<List<Said>> head, List<List<List<Said>>> rows, float... widths)
            throws IOException {
        boolean headed = !head.isEmpty();
        if (headed) {
            need(70);
            row(head, true, widths);
        }
        for (List<List<Said>> row : rows) {
            float height = height(cells(row, widths));
            float whole = BOTTOM - TOP - 60;
            if (down + height > BOTTOM && height < whole) {
                turn();
                if (headed) {
                    row(head, true, widths);
                }
            }
            row(row, false, widths);
        }
    }

    private List<List<Line>> cells(List<List<Said>> row, float... widths) {
        var cells = new ArrayList<List<Line>>();
        for (int i = 0; i < row.size(); i++) {
            float width = widths[i] - 2 * PADDING;
            cells.add(
                    row.get(i).stream()
                            .flatMap(said -> lines(said.text, said.style, width).stream())
                            .toList());
        }
        return cells;
    }

    private static float height(List<List<Line>> cells) {
        float tallest = 0;
        for (List<Line> cell : cells) {
            float height = 0;
            for (Line line : cell) {
                height += line.style.leading;
            }
            tallest = Math.max(tallest, height);
        }
        return tallest + 2 * PADDING;
    }

    /** A row that is taller than a page is cut between its lines. */
    private void row(List<List<Said>> row, boolean shaded, float... widths) throws IOException {
        List<List<Line>> left = cells(row, widths);
        while (left.stream().anyMatch(cell -> !cell.isEmpty())) {
            if (down + 40 > BOTTOM) {
                turn();
            }
            var now = new ArrayList<List<Line>>();
            var later = new ArrayList<List<Line>>();
            for (List<Line> cell : left) {
                int fit = fitting(cell, BOTTOM - down - 2 * PADDING);
                now.add(cell.subList(0, fit));
                later.add(cell.subList(fit, cell.size()));
            }
            draw(now, shaded, widths);
            left = later;
        }
    }

    private static int fitting(List<Line> cell, float height) {
        float used = 0;
        for (int i = 0; i < cell.size(); i++) {
            used += cell.get(i).style.leading;
            if (used > height) {
                return i;
            }
        }
        return cell.size();
    }

    private void draw(List<List<Line>> cells, boolean shaded, float... widths) throws IOException {
        float height = height(cells);
        float across = LEFT;
        for (int i = 0; i < cells.size(); i++) {
            if (shaded) {
                page().setNonStrokingColor(SHADE);
                rectangle(across, down, widths[i], height);
                page().fill();
            }
            float at = down + PADDING;
            for (Line line : cells.get(i)) {
                write(line, across + PADDING, at);
                at += line.style.leading;
            }
            across += widths[i];
        }
        page().setNonStrokingColor(RULE);
        rectangle(LEFT, down + height, across - LEFT, 0.6f);
        page().fill();
        down += height;
    }

    /** Dark squares, each row of which is drawn in as few pieces as it has. */
    void squares(List<boolean[]> rows, float across, float from, float side) throws IOException {
        float one = side / rows.size();
        page().setNonStrokingColor(Color.BLACK);
        for (int y = 0; y < rows.size(); y++) {
            boolean[] row = rows.get(y);
            for (int x = 0; x < row.length; x++) {
                int begin = x;
                while (x < row.length && row[x]) {
                    x++;
                }
                if (x > begin) {
                    rectangle(across + begin * one, from + y * one, (x - begin) * one, one);
                }
            }
        }
        page().fill();
    }

    /** Centred in a part of the page, and not moving on. */
    void caption(String text, Style style, float across, float from, float width)
            throws IOException {
        Line line = new Line(font.writable(text), style);
        write(line, across + (width - font.width(line.text, style.size)) / 2, from);
    }

    /** What stands above and below on every page, now that it is known how many there are. */
    void finish(String above, String aboveRight, String below) throws IOException {
        int of = pages.size();
        for (int i = 0; i < of; i++) {
            float foot = PDRectangle.A4.getHeight() - 52;
            PDPageContentStream page = pages.get(i);
            page.setNonStrokingColor(RULE);
            rectangle(page, LEFT, 54, WIDTH, 0.6f);
            rectangle(page, LEFT, foot, WIDTH, 0.6f);
            page.fill();
            small(page, above, false, 49);
            small(page, aboveRight, true, 49);
            small(page, below, false, foot + 12);
            small(
                    page,
                    "第 %1$d 页 共 %2$d 页  Page %1$d of %2$d".formatted(i + 1, of),
                    true,
                    foot + 12);
            page.close();
        }
    }

    private void small(PDPageContentStream page, String text, boolean right, float baseline)
            throws IOException {
        // A number that is too long for the margin would run into what stands beside it.
        Line line = new Line(lines(text, Style.FINE, WIDTH * 0.68f).getFirst().text, Style.FINE);
        float indent = right ? WIDTH - font.width(line.text, Style.FINE.size) : 0;
        baseline(page, line, LEFT + indent, baseline);
    }

    private List<Line> lines(String text, Style style, float width) {
        return Stream.of(font.writable(text))
                .flatMap(
                        writable ->
                                LineBreaks.lines(
                                        writable, width, piece -> font.width(piece, style.size))
                                        .stream())
                .map(line -> new Line(line, style))
                .toList();
    }

    private void write(Line line, float across, float from) throws IOException {
        float above = (line.style.leading - line.style.size) / 2;
        baseline(line, across, from + above + line.style.size * 0.88f);
    }

    private void baseline(Line line, float across, float at) throws IOException {
        baseline(page(), line, across, at);
    }

    private void baseline(PDPageContentStream page, Line line, float across, float at)
            throws IOException {
        if (line.text.isEmpty()) {
            return;
        }
        page.beginText();
        page.setFont(font.font(), line.style.size);
        page.setNonStrokingColor(line.style.colour);
        page.setRenderingMode(line.style.bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        if (line.style.bold) {
            page.setStrokingColor(line.style.colour);
            page.setLineWidth(line.style.size * 0.028f);
        }
        page.newLineAtOffset(across, PDRectangle.A4.getHeight() - at);
        page.showText(line.text);
        page.endText();
    }

    private void rectangle(float across, float from, float width, float height) throws IOException {
        rectangle(page(), across, from, width, height);
    }

    private static void rectangle(
            PDPageContentStream page, float across, float from, float width, float height)
            throws IOException {
        page.addRect(across, PDRectangle.A4.getHeight() - from - height, width, height);
    }
}
