package org.chengnuo.approval.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

class FindingTest {

    @TempDir Path temp;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments(EvidenceType.PDF, Samples.pdf("")),
                arguments(
                        EvidenceType.PNG,
                        Samples.bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0)),
                arguments(EvidenceType.JPEG, Samples.bytes(0xff, 0xd8, 0xff, 0xe0, 0)),
                arguments(EvidenceType.OFD, Samples.zip("OFD.xml", "Doc_0/Document.xml")),
                arguments(
                        EvidenceType.DOCX, Samples.zip("[Content_Types].xml", "word/document.xml")),
                arguments(EvidenceType.XLSX, Samples.zip("[Content_Types].xml", "xl/workbook.xml")),
                arguments(EvidenceType.TEXT, Samples.text("竣工验收意见\r\n\t合格 𠮷")),
                arguments(EvidenceType.TEXT, Samples.text("中".repeat(100_000))),
                arguments(EvidenceType.TEXT, Samples.text("<html> is only text here")));
    }

    @ParameterizedTest
    @MethodSource
    void taken(EvidenceType type, byte[] content) throws IOException {
        assertThat(in(content).type()).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        byte[] docx = Samples.zip("[Content_Types].xml", "word/document.xml");
        return Stream.of(
                arguments("ZIP archive that is neither", Samples.zip("a.exe")),
                arguments("ZIP archive that is neither", Samples.zip("word/document.xml")),
                arguments(
                        "macros",
                        Samples.zip(
                                "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                arguments("broken ZIP", Arrays.copyOf(docx, docx.length - 30)),
                arguments("for Windows", Samples.text("MZ and so on")),
                arguments("for Linux", Samples.bytes(0x7f, 'E', 'L', 'F', 2)),
                arguments("GIF", Samples.text("GIF89a")),
                arguments(
                        "before 2007",
                        Samples.bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
                arguments("c4 e3", "你好".getBytes(Charset.forName("GB18030"))),
                arguments("neither a known kind", Samples.bytes('a', 0, 'b')),
                // Cut in the middle of a character.
                arguments("neither a known kind", Arrays.copyOf(Samples.text("中文"), 5)));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String says, byte[] content) throws IOException {
        Finding finding = in(content);
        assertThat(finding.type()).isNull();
        assertThat(finding.english()).contains(says);
        assertThat(finding.chinese()).isNotBlank();
    }

    private Finding in(byte[] content) throws IOException {
        return Finding.in(Files.write(temp.resolve("file"), content));
    }
}
