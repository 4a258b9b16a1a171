package org.chengnuo.approval.api.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.chengnuo.approval.api.letter.LetterDocument.Direction;
import org.chengnuo.approval.api.letter.LetterDocument.Words;
import org.chengnuo.approval.api.letter.Paper.Said;
import org.chengnuo.approval.api.letter.Paper.Style;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Writes a commitment letter as PDF, A4, with its font inside. The same letter gives the same bytes
 * each time, so that the file has a hash of its own to be known by: nothing in it comes from the
 * clock, from chance or from the machine.
 */
public final class LetterPdf {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.ROOT);

    private static final Color RED = new Color(0xa61b1b);
    private static final float QR = 88;
    private static final float LABEL = 112;

    private final LetterDocument letter;
    private final Paper paper;

    private LetterPdf(LetterDocument letter, Paper paper) {
        this.letter = letter;
        this.paper = paper;
    }

    public static byte[] of(LetterDocument letter) {
        try (var document = new PDDocument();
                LetterFont font = LetterFont.in(document)) {
            describe(document, letter);
            var paper = new Paper(document, font);
            new LetterPdf(letter, paper).write(font);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException | WriterException e) {
            throw new IllegalStateException("letter " + letter.number() + " cannot be written", e);
        }
    }

    private static void describe(PDDocument document, LetterDocument letter) {
        var information = new PDDocumentInformation();
        information.setTitle("企业投资项目承诺书 " + letter.number());
        information.setSubject(letter.projectName());
        information.setKeywords("SHA-256 " + letter.hash());
        information.setProducer("Chengnuo 承诺");
        information.setCreationDate(GregorianCalendar.from(letter.submittedAt().atZone(CHINA)));
        document.setDocumentInformation(information);
        // Otherwise it is made of the present time.
        document.setDocumentId(
                UUID.nameUUIDFromBytes(letter.hash().getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits());
        document.getDocumentCatalog().setLanguage("zh-CN");
        var viewer = new PDViewerPreferences(new COSDictionary());
        viewer.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(viewer);
    }

    private void write(LetterFont font) throws IOException, WriterException {
        paper.centred("企业投资项目承诺书", Style.TITLE);
        paper.centred("Letter of commitment for an enterprise investment project", Style.SMALL);
        paper.space(8);
        paper.rule(RED, 1.8f);
        paper.space(1.6f);
        paper.rule(RED, 0.5f);
        paper.space(10);

        qrCode();
        facts(
                Paper.WIDTH - QR - 16,
                List.of(
                        fact("文书编号", "Letter number", letter.number()),
                        fact("项目名称", "Project", letter.projectName()),
                        letter.projectCode() == null
                                ? fact("项目代码", "Project code", "尚未赋码", "not assigned yet")
                                : fact("项目代码", "Project code", letter.projectCode()),
                        fact("统一社会信用代码", "Credit code", letter.enterprise()),
                        fact("开发区", "Zone", letter.zone()),
                        fact("政策版本", "Policy edition", letter.edition()),
                        fact("文书状态", "State", letter.state().zh(), letter.state().en())));
        paper.space(10);
        paper.paragraph("　　本企业已收到并知悉本文书所载标准及要求，自愿就下列事项、指标和节点作出承诺，并接受监督检查。", Style.TEXT);
        paper.paragraph(
                "The enterprise has received and understood the standard set out here, commits of"
                        + " its own will to the items, indicators and milestones below, and accepts"
                        + " supervision.",
                Style.SMALL);

        items();
        indicators();
        milestones();
        standard();
        signature();
        if (font.lacking()) {
            paper.space(6);
            paper.paragraph(
                    "注：字库未收录的字符以〔U+编码〕表示，以该编码所示字符为准。 Characters that the font lacks are shown as"
                            + " 〔U+code point〕.",
                    Style.SMALL);
        }
        paper.finish(
                "企业投资项目承诺书  Letter of commitment",
                "编号 No. " + letter.number(),
                "校验值 SHA-256  " + letter.hash());
    }

    private void items() throws IOException {
        paper.heading("一、承诺事项", "Items committed to");
        paper.table(
                head("事项编码", "Code", "事项名称", "Item"),
                orNone(
                        letter.items().stream()
                                .map(item -> List.of(cell(item.code()), cell(item.name())))
                                .toList()),
                167,
                Paper.WIDTH - 167);
    }

    private void indicators() throws IOException {
        paper.heading("二、承诺指标", "Indicators");
        paper.table(
                head("指标", "Indicator", "单位", "Unit", "标准值", "Standard", "承诺值", "Promised"),
                orNone(
                        letter.indicators().stream()
                                .map(
                                        indicator ->
                                                List.of(
                                                        cell(indicator.name()),
                                                        cell(indicator.unit()),
                                                        value(
                                                                indicator.direction(),
                                                                indicator.standard(),
                                                                Style.CELL),
                                                        value(
                                                                indicator.direction(),
                                                                indicator.promised(),
                                                                Style.STRONG)))
                                .toList()),
                187,
                90,
                95,
                Paper.WIDTH - 372);
    }

    private void milestones() throws IOException {
        paper.heading("三、承诺节点", "Milestones");
        paper.table(
                head("节点", "Milestone", "承诺日期", "Not later than"),
                orNone(
                        letter.milestones().stream()
                                .map(
                                        milestone ->
                                                List.of(
                                                        cell(milestone.name()),
                                                        List.of(
                                                                new Said(
                                                                        DAY.format(
                                                                                milestone.date()),
                                                                        Style.STRONG),
                                                                new Said(
                                                                        milestone.date().toString(),
                                                                        Style.SMALL))))
                                .toList()),
                277,
                Paper.WIDTH - 277);
    }

    private void standard() throws IOException {
        paper.heading("四、告知的标准", "The standard that was told");
        LetterDocument.Standard standard = letter.standard();
        facts(
                Paper.WIDTH,
                List.of(
                        fact("标准名称", "Title", standard.title()),
                        fact("版本", "Version", standard.version()),
                        fact("正文校验值", "SHA-256 of the text", standard.hash())));
        paper.space(8);
        for (String paragraph : standard.text().lines().toList()) {
            if (!paragraph.isBlank()) {
                paper.paragraph("　　" + paragraph.strip(), Style.TEXT);
            }
        }
    }

    private void signature() throws IOException {
        paper.heading("五、签署", "Signature");
        ZonedDateTime submitted = letter.submittedAt().atZone(CHINA);
        facts(
                Paper.WIDTH,
                List.of(
                        fact("签署人", "Signed by", letter.signer().name()),
                        fact(
                                "签署身份",
                                "Capacity",
                                letter.signer().capacity().zh(),
                                letter.signer().capacity().en()),
                        fact(
                                "提交时间",
                                "Submitted",
                                MINUTE.format(submitted) + "（北京时间）",
                                letter.submittedAt().toString()),
                        fact("承诺标识", "Commitment", letter.commitment()),
                        fact("核验地址", "Verification", letter.verification().toString())));
    }

    private void qrCode() throws IOException, WriterException {
        BitMatrix code =
                new QRCodeWriter()
                        .encode(
                                letter.verification().toString(),
                                BarcodeFormat.QR_CODE,
                                0,
                                0,
                                Map.of(
                                        EncodeHintType.MARGIN,
                                        0,
                                        EncodeHintType.ERROR_CORRECTION,
                                        ErrorCorrectionLevel.M));
        var rows = new ArrayList<boolean[]>();
        for (int y = 0; y < code.getHeight(); y++) {
            var row = new boolean[code.getWidth()];
            for (int x = 0; x < row.length; x++) {
                row[x] = code.get(x, y);
            }
            rows.add(row);
        }
        float across = Paper.LEFT + Paper.WIDTH - QR;
        float from = paper.down() + 6;
        paper.squares(rows, across, from, QR);
        paper.caption("扫码核验", Style.CELL, across, from + QR + 5, QR);
        paper.caption("Scan to verify", Style.SMALL, across, from + QR + 19, QR);
    }

    /** Label and value. */
    private void facts(float width, List<List<List<Said>>> facts) throws IOException {
        paper.table(List.of(), facts, LABEL, width - LABEL);
    }

    private static List<List<Said>> fact(
            String chinese, String english, String value, String... below) {
        var said = new ArrayList<Said>();
        said.add(new Said(value, Style.CELL));
        for (String text : below) {
            said.add(new Said(text, Style.SMALL));
        }
        return List.of(
                List.of(new Said(chinese, Style.CELL), new Said(english, Style.SMALL)), said);
    }

    /**
     * @param words Chinese and English in turn
     */
    private static List<List<Said>> head(String... words) {
        var head = new ArrayList<List<Said>>();
        for (int i = 0; i < words.length; i += 2) {
            head.add(
                    List.of(new Said(words[i], Style.STRONG), new Said(words[i + 1], Style.SMALL)));
        }
        return head;
    }

    private static List<Said> cell(String text) {
        return List.of(new Said(text, Style.CELL));
    }

    private static List<Said> cell(Words words) {
        return List.of(new Said(words.zh(), Style.CELL), new Said(words.en(), Style.SMALL));
    }

    private static List<Said> value(Direction direction, BigDecimal value, Style style) {
        return List.of(
                new Said(direction.sign() + " " + value.toPlainString(), style),
                new Said(direction.words().zh() + " " + direction.words().en(), Style.SMALL));
    }

    private static List<List<List<Said>>> orNone(List<List<List<Said>>> rows) {
        return rows.isEmpty() ? List.of(List.of(cell(new Words("无", "none")))) : rows;
    }
}
