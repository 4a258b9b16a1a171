package org.chengnuo.approval.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.projections.problem.ProblemFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What every store of attachments promises. */
abstract class EvidenceStoreTest {

    @TempDir Path temp;

    private EvidenceStore store;
    private Path incoming;

    /** Over what is in the folder, or in the same bucket each time. */
    abstract EvidenceStore store(Path folder);

    /** Changes what is kept, behind the store's back. */
    abstract void damage(EvidenceHash hash, byte[] content) throws IOException;

    @BeforeEach
    void given() throws IOException {
        incoming = temp.resolve("incoming");
        Upload.prepare(incoming);
        store = store(temp);
    }

    private boolean keep(byte[] content) {
        try (Upload upload =
                Upload.spool(new ByteArrayInputStream(content), incoming, Long.MAX_VALUE)) {
            return store.keep(upload.hash(), upload.file());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] kept(EvidenceHash hash) throws IOException {
        try (Evidence evidence = store.read(hash).orElseThrow()) {
            byte[] content = evidence.content().readAllBytes();
            assertThat(evidence.bytes()).isEqualTo(content.length);
            return content;
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(incoming)) {
            return files.toList();
        }
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        byte[] content = Samples.pdf("验收意见");
        EvidenceHash hash = Samples.hash(content);
        assertThat(store.holds(hash)).isFalse();

        assertThat(keep(content)).isTrue();

        assertThat(store.holds(hash)).isTrue();
        assertThat(kept(hash)).isEqualTo(content);
        try (Evidence evidence = store.read(hash).orElseThrow()) {
            assertThat(evidence.type()).hasToString("application/pdf");
            assertThat(evidence.suffix()).isEqualTo("pdf");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        byte[] content = Samples.pdf("once");
        assertThat(keep(content)).isTrue();
        assertThat(keep(content)).isFalse();
        assertThat(kept(Samples.hash(content))).isEqualTo(content);
    }

    @Test
    void keepsMoreThanItCouldHoldInABuffer() throws IOException {
        byte[] content = Samples.text("重大项目\n".repeat(300_000));
        assertThat(keep(content)).isTrue();
        assertThat(kept(Samples.hash(content))).isEqualTo(content);
    }

    @Test
    void hasNothingThatItWasNotGiven() {
        EvidenceHash hash = Samples.hash(Samples.text("never sent"));
        assertThat(store.holds(hash)).isFalse();
        assertThat(store.read(hash)).isEmpty();
        assertThatThrownBy(() -> store.require("attachments", hash))
                .isInstanceOfSatisfying(
                        ProblemFound.class,
                        found -> {
                            assertThat(found.problem().status()).isEqualTo(422);
                            assertThat(found.problem().field()).isEqualTo("attachments");
                            assertThat(found.problem().detail()).contains(hash.value());
                        });
    }

    @Test
    void requiresWhatIsThere() {
        byte[] content = Samples.pdf("required");
        assertThat(keep(content)).isTrue();
        store.require("attachments", Samples.hash(content));
    }

    @Test
    void tellsDamageAndIsMendedByTheSameContent() throws IOException {
        byte[] content = Samples.pdf("as it was");
        EvidenceHash hash = Samples.hash(content);
        assertThat(keep(content)).isTrue();

        for (byte[] other : List.of(Samples.pdf("as it never was"), new byte[0])) {
            damage(hash, other);
            assertThatThrownBy(() -> store.read(hash))
                    .isInstanceOfSatisfying(
                            ProblemFound.class,
                            found ->
                                    assertThat(found.problem().type())
                                            .endsWith("attachment-damaged"));
            assertThat(left()).isEmpty();
        }

        assertThat(keep(content)).isFalse();
        assertThat(kept(hash)).isEqualTo(content);
    }

    @Test
    void takesTheSameContentFromManyAtOnce() throws Exception {
        byte[] content = Samples.text("同时上传\n".repeat(20_000));
        List<Future<Boolean>> answers = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> send = () -> keep(content);
            for (int i = 0; i < 16; i++) {
                answers.add(callers.submit(send));
            }
        }
        for (Future<Boolean> answer : answers) {
            assertThat(answer.get()).isNotNull();
        }
        assertThat(answers.stream().filter(a -> Boolean.TRUE.equals(a.resultNow()))).isNotEmpty();
        assertThat(kept(Samples.hash(content))).isEqualTo(content);
        assertThat(left()).isEmpty();
    }

    @Test
    void keepsNothingOfWhatIsTooLarge() throws IOException {
        assertThatThrownBy(() -> Upload.spool(new ByteArrayInputStream(new byte[11]), incoming, 10))
                .hasMessageContaining("at most 10 bytes");
        assertThat(left()).isEmpty();
    }

    @Test
    void isStillThereAfterARestart() throws IOException {
        byte[] content = Samples.pdf("stays");
        assertThat(keep(content)).isTrue();
        Files.write(incoming.resolve("incoming-1.part"), content);

        Upload.prepare(incoming);
        store = store(temp);

        assertThat(left()).isEmpty();
        assertThat(kept(Samples.hash(content))).isEqualTo(content);
    }
}
