package org.chengnuo.approval.api.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.TimeZone;

/** A letter, read back from its PDF. */
class LetterPdfTest {

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // Where a line was broken is no matter.
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    @Test
    void saysAllThatTheLetterSays() throws IOException {
        LetterDocument letter = Letters.letter();
        byte[] pdf = LetterPdf.of(letter);
        Files.write(Path.of("target/letter.pdf"), pdf);
        String text = text(pdf);

        assertThat(text)
                .contains(
                        "企业投资项目承诺书",
                        letter.number(),
                        letter.commitment(),
                        letter.projectName(),
                        "2018-141002-33-03-012345",
                        letter.enterprise(),
                        letter.zone(),
                        letter.edition(),
                        letter.standard().version(),
                        letter.standard().title(),
                        letter.standard().hash(),
                        letter.signer().name(),
                        "法定代表人",
                        "legal representative",
                        "2026年9月1日 09:30:15",
                        "生效中",
                        "in force",
                        letter.hash(),
                        letter.verification().toString());
        for (var item : letter.items()) {
            assertThat(text).contains(item.code(), item.name().zh(), item.name().en());
        }
        for (var indicator : letter.indicators()) {
            assertThat(text)
                    .contains(
                            indicator.name().zh(),
                            indicator.name().en(),
                            indicator.unit(),
                            indicator.direction().sign() + " " + indicator.standard(),
                            indicator.direction().sign() + " " + indicator.promised(),
                            indicator.direction().words().zh());
        }
        assertThat(text).contains("开工", "2027年3月1日", "竣工", "2028年6月30日", "投产", "2028年10月1日");
        letter.standard().text().lines().forEach(line -> assertThat(text).contains(line));
        assertThat(text).doesNotContain("U+", "字库未收录");
    }

    @Test
    void sayThatTheProjectHasNoCodeYet() throws IOException {
        assertThat(text(LetterPdf.of(Letters.letter("项目", null, "张伟", "标准"))))
                .contains("尚未赋码", "not assigned yet");
    }

    @Test
    void bringsItsFont() throws IOException {
        byte[] pdf = LetterPdf.of(Letters.letter());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSerifCJKsc-Subset");
                }
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void hasACodeThatLeadsToItsVerification() throws Exception {
        LetterDocument letter = Letters.letter();
        BufferedImage image;
        try (PDDocument document = Loader.loadPDF(LetterPdf.of(letter))) {
            image = new PDFRenderer(document).renderImageWithDPI(0, 150);
        }
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);

        var found =
                new QRCodeReader()
                        .decode(
                                new BinaryBitmap(
                                        new HybridBinarizer(
                                                new RGBLuminanceSource(width, height, pixels))));

        assertThat(found.getText()).isEqualTo(letter.verification().toString());
    }

    @Test
    void isTheSameEachTime() throws InterruptedException {
        byte[] first = LetterPdf.of(Letters.letter());
        // A PDF tells time in seconds.
        Thread.sleep(1100);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(LetterPdf.of(Letters.letter())).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(LetterPdf.of(Letters.letter("另一项目", null, "张伟", "标准"))).isNotEqualTo(first);
    }

    @Test
    void goesOnOverleaf() throws IOException {
        String paragraph = "第%d条 企业应当按照承诺的时间节点开工、竣工、投产；因不可抗力不能按期履行的，应当及时书面告知。";
        var long200 = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            long200.append(paragraph.formatted(i)).append('\n');
        }
        byte[] pdf = LetterPdf.of(Letters.letter("项目", null, "张伟", long200.toString()));
        int pages = pages(pdf);
        assertThat(pages).isGreaterThan(8);
        String text = text(pdf);
        for (int i = 1; i <= 200; i++) {
            assertThat(text).contains("第%d条 企业".formatted(i));
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= pages; i++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                assertThat(stripper.getText(document))
                        .contains("第 %d 页 共 %d 页".formatted(i, pages), "承〔2026〕17号", Letters.HASH);
            }
        }
    }

    @Test
    void writesWhatIsLongerThanAPageInOneCell() throws IOException {
        String name = String.join("", Collections.nCopies(2500, "长")) + "末";
        byte[] pdf = LetterPdf.of(Letters.letter(name, null, "张伟", "标准"));
        assertThat(text(pdf)).contains("末");
        assertThat(pages(pdf)).isGreaterThan(2);
    }

    @Test
    void writesRareCharactersAndNamesThoseThatItLacks() throws IOException {
        // 㛃 and 𠅤 are in the Table of General Standard Chinese Characters, 𪛖 and 🀄 are not.
        byte[] pdf = LetterPdf.of(Letters.letter("镕喆垚㛃𠅤项目", null, "王𪛖🀄", "标准\u0007"));
        assertThat(text(pdf)).contains("镕喆垚㛃𠅤项目", "王〔U+2A6D6〕〔U+1F004〕", "标准〔U+0007〕", "字库未收录的字符");
    }
}
