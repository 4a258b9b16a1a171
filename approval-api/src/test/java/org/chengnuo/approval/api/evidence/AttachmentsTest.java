package org.chengnuo.approval.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Caller;
import org.chengnuo.approval.api.Caller.Answer;
import org.chengnuo.approval.api.database.EmbeddedDatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Attachments over HTTP. */
@EmbeddedDatabaseTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"chengnuo.demo.simulate=false", "chengnuo.evidence.max-size=2MB"})
@ActiveProfiles("demo")
class AttachmentsTest {

    private static final String ADDRESS = "/api/v1/attachments";
    private static final String BOUNDARY = "----between-the-parts";

    @TempDir static Path folder;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("chengnuo.evidence.dir", () -> folder.resolve("evidence").toString());
    }

    private Caller caller() {
        return new Caller(port, "clerk");
    }

    private Answer send(String name, byte[] content) {
        return send(caller(), BodyPublishers.ofByteArray(form("file", name, content)));
    }

    private static Answer send(Caller caller, BodyPublisher body) {
        return caller.send(
                caller.request(ADDRESS)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(body));
    }

    private static byte[] form(String part, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                Samples.text(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/html\r\n\r\n"
                                .formatted(BOUNDARY, part, name)));
        body.writeBytes(content);
        body.writeBytes(Samples.text("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static long filesKept() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void whatWasHandedInIsGivenOut() {
        byte[] content = Samples.text("竣工验收意见：合格");
        String hash = Samples.hash(content).value();

        Answer first = send("C:\\文件\\意见.txt", content);

        assertThat(first.status()).as(first.http().body()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(ADDRESS + "/" + hash);
        assertThat(first.text("hash")).isEqualTo(hash);
        assertThat(first.json().path("bytes").asLong()).isEqualTo(content.length);
        assertThat(first.text("type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(first.text("name")).isEqualTo("意见.txt");

        Answer again = send("another name.txt", content);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("hash")).isEqualTo(hash);

        Answer got = caller().as("analyst").get(ADDRESS + "/" + hash);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.http().body()).isEqualTo("竣工验收意见：合格");
        assertThat(got.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(got.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains(hash + ".txt");
        assertThat(got.http().headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(got.header("ETag")).isEqualTo("\"" + hash + "\"");
        assertThat(got.header("Content-Length")).isEqualTo(String.valueOf(content.length));
    }

    @Test
    void whatOneHasNeedNotBeSentAgain() {
        String address = send("a.pdf", Samples.pdf("conditional")).header("Location");
        String tag = caller().get(address).header("ETag");

        Answer unchanged =
                caller().send(caller().request(address).header("If-None-Match", tag).GET());
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.http().body()).isEmpty();

        Answer head =
                caller().send(caller().request(address).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(head.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(head.header("Content-Length")).isNotEmpty();
        assertThat(head.http().body()).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        Answer missing = caller().get(ADDRESS + "/" + "0".repeat(64));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text("type")).isEqualTo("urn:chengnuo:problem:not-found");
        assertThat(missing.text("detail")).contains("attachment 000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0123", "%2e%2e%2fetc", "A%00"})
    void aMalformedHashIsRefused(String hash) {
        assertThat(caller().get(ADDRESS + "/" + hash).status()).isEqualTo(400);
    }

    @Test
    void upperCaseIsMalformed() {
        Answer answer = caller().get(ADDRESS + "/" + "A".repeat(64));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo("hash");
        assertThat(answer.text("detail")).contains("64 lower-case hexadecimal digits");
    }

    @Test
    void evenTheDemonstrationAsksWhoReads() {
        String address = send("b.pdf", Samples.pdf("personal")).header("Location");
        Caller nobody = new Caller(port, null);
        assertThat(nobody.get(address).status()).isEqualTo(401);
        assertThat(
                        nobody.send(nobody.request(address).method("HEAD", BodyPublishers.noBody()))
                                .status())
                .isEqualTo(401);
        assertThat(
                        send(nobody, BodyPublishers.ofByteArray(form("file", "b", new byte[1])))
                                .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprise", "clerk", "reviewer", "supervisor", "admin"})
    void theyMayHandIn(String user) {
        byte[] body = form("file", "c.pdf", Samples.pdf(user));
        assertThat(send(caller().as(user), BodyPublishers.ofByteArray(body)).status())
                .isEqualTo(201);
    }

    @Test
    void whoOnlyReadsMayNotHandIn() {
        byte[] body = form("file", "c.pdf", Samples.pdf("analyst"));
        assertThat(send(caller().as("analyst"), BodyPublishers.ofByteArray(body)).status())
                .isEqualTo(403);
    }

    @Test
    void whatIsOfAnotherKindIsRefusedByItsContent() throws IOException {
        long before = filesKept();
        Answer answer = send("harmless.pdf", Samples.text("MZ is how programs begin"));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:attachment-type");
        assertThat(answer.text("detail"))
                .contains("found a program for Windows", "PDF, OFD, DOCX, XLSX, PNG, JPEG, TEXT");
        assertThat(answer.text("titleZh")).contains("Windows 可执行程序");
        assertThat(answer.text("field")).isEqualTo("file");
        assertThat(filesKept()).isEqualTo(before);
    }

    @Test
    void whatIsTooLargeIsRefusedAndNothingStays() throws IOException {
        long before = filesKept();
        Answer over = send("large.txt", new byte[2 * 1024 * 1024 + 1]);
        assertThat(over.status()).isEqualTo(413);
        assertThat(over.text("detail")).contains("2097152");
        assertThat(over.text("titleZh")).isEqualTo("附件过大");
        assertThat(send("larger.txt", new byte[4_000_000]).status()).isEqualTo(413);
        assertThat(filesKept()).isEqualTo(before);
        assertThat(send("fits.txt", Samples.text("a".repeat(2 * 1024 * 1024))).status())
                .isEqualTo(201);
    }

    @Test
    void aBodyWhoseLengthIsNotAnnouncedIsRefused() {
        byte[] body = form("file", "d.pdf", Samples.pdf("chunked"));
        Answer answer =
                send(caller(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(answer.status()).isEqualTo(411);
    }

    @Test
    void whatIsNoAttachmentIsToldSo() {
        assertThat(send("empty.txt", new byte[0]).text("type")).endsWith("attachment-empty");
        Answer other = send(caller(), BodyPublishers.ofByteArray(form("paper", "x", new byte[1])));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.text("field")).isEqualTo("file");
        assertThat(caller().post(ADDRESS, "{}").status()).isEqualTo(415);
        assertThat(send(caller(), BodyPublishers.ofString("no parts at all")).status())
                .isEqualTo(400);
    }

    @Test
    void damageIsToldAndNotPassedOn() throws IOException {
        byte[] content = Samples.pdf("will be damaged");
        Answer sent = send("e.pdf", content);
        Path kept = folder.resolve("evidence").resolve(Samples.hash(content).place());
        Files.write(kept, Samples.pdf("damaged"));

        Answer answer = caller().get(sent.header("Location"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("type")).isEqualTo("urn:chengnuo:problem:attachment-damaged");
        assertThat(answer.text("titleZh")).isEqualTo("附件已损坏，不予提供");
    }
}
