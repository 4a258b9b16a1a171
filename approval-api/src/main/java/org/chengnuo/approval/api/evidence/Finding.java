package org.chengnuo.approval.api.evidence;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a file is, by its own bytes: what the sender calls it proves nothing.
 *
 * <p>A table of our own and no library: the kinds that are taken are few, a library that looks into
 * archives brings tens of megabytes of parsers, and to know a thousand more kinds would only serve
 * to refuse them by name.
 *
 * @param type null if it is of no kind that is taken; then the texts say what it is instead
 */
record Finding(@Nullable EvidenceType type, String english, String chinese) {

    private record Magic(
            byte[] start, @Nullable EvidenceType type, String english, String chinese) {

        static Magic taken(String hex, EvidenceType type) {
            return new Magic(HexFormat.of().parseHex(hex), type, type.name(), type.name());
        }

        static Magic refused(String hex, String english, String chinese) {
            return new Magic(HexFormat.of().parseHex(hex), null, english, chinese);
        }

        boolean begins(byte[] head) {
            return head.length >= start.length
                    && Arrays.equals(head, 0, start.length, start, 0, start.length);
        }
    }

    private static final List<Magic> MAGIC =
            List.of(
                    Magic.taken("255044462d", EvidenceType.PDF),
                    Magic.taken("89504e470d0a1a0a", EvidenceType.PNG),
                    Magic.taken("ffd8ff", EvidenceType.JPEG),
                    Magic.refused("4d5a", "a program for Windows", "Windows 可执行程序"),
                    Magic.refused("7f454c46", "a program for Linux", "Linux 可执行程序"),
                    Magic.refused(
                            "d0cf11e0a1b11ae1", "an Office file of before 2007", "旧版 Office 文件"),
                    Magic.refused("526172211a07", "a RAR archive", "RAR 压缩包"),
                    Magic.refused("377abcaf271c", "a 7z archive", "7z 压缩包"),
                    Magic.refused("1f8b", "a gzip file", "gzip 压缩文件"),
                    Magic.refused("47494638", "a GIF image", "GIF 图片"),
                    Magic.refused("fffe", "text in UTF-16", "UTF-16 文本"),
                    Magic.refused("feff", "text in UTF-16", "UTF-16 文本"));

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    static Finding in(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(16);
        }
        for (Magic magic : MAGIC) {
            if (magic.begins(head)) {
                return new Finding(magic.type, magic.english, magic.chinese);
            }
        }
        if (head.length >= 4 && Arrays.equals(head, 0, 4, ZIP, 0, 4)) {
            return archive(file);
        }
        return text(file, head);
    }

    /** Only the list of what is in it is read, so nothing is unpacked that could swell. */
    private static Finding archive(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) {
                return of(EvidenceType.OFD);
            }
            boolean office = zip.getEntry("[Content_Types].xml") != null;
            boolean word = office && zip.getEntry("word/document.xml") != null;
            boolean excel = office && zip.getEntry("xl/workbook.xml") != null;
            if (word && zip.getEntry("word/vbaProject.bin") != null
                    || excel && zip.getEntry("xl/vbaProject.bin") != null) {
                return refused("an Office document with macros", "带宏的 Office 文档");
            }
            if (word) {
                return of(EvidenceType.DOCX);
            }
            if (excel) {
                return of(EvidenceType.XLSX);
            }
            return refused(
                    "a ZIP archive that is neither OFD nor DOCX nor XLSX",
                    "ZIP 压缩包，但不是 OFD、DOCX 或 XLSX");
        } catch (ZipException broken) {
            return refused("a broken ZIP archive", "已损坏的 ZIP 压缩包");
        }
    }

    private static Finding text(Path file, byte[] head) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader =
                new InputStreamReader(
                        new BufferedInputStream(Files.newInputStream(file)), decoder)) {
            char[] buffer = new char[1 << 13];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    char c = buffer[i];
                    if (Character.isISOControl(c)
                            && c != '\n'
                            && c != '\r'
                            && c != '\t'
                            && c != '\f') {
                        return unknown(head);
                    }
                }
            }
            return of(EvidenceType.TEXT);
        } catch (CharacterCodingException notUtf8) {
            return unknown(head);
        }
    }

    private static Finding unknown(byte[] head) {
        String bytes = HexFormat.ofDelimiter(" ").formatHex(head);
        return refused(
                "neither a known kind nor text in UTF-8 (it begins with %s)".formatted(bytes),
                "未知类型，也不是 UTF-8 文本（开头字节 %s）".formatted(bytes));
    }

    private static Finding of(EvidenceType type) {
        return new Finding(type, type.name(), type.name());
    }

    private static Finding refused(String english, String chinese) {
        return new Finding(null, english, chinese);
    }
}
