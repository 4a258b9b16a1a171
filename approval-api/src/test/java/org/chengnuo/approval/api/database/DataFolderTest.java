package org.chengnuo.approval.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder that cannot be had is refused in one line, and is as it was. */
class DataFolderTest {

    @TempDir Path temp;

    @Test
    void isMadeAndGivenUpAgain() throws Exception {
        Path path = temp.resolve("made/for/it");
        DataFolder.take(path).close();
        DataFolder.take(path).close();
        assertThat(path).isDirectory();
    }

    @Test
    void isRefusedWhileItIsTaken() throws Exception {
        try (DataFolder folder = DataFolder.take(temp.resolve("data"))) {
            List<Path> before = files();
            assertThatThrownBy(() -> DataFolder.take(folder.path()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use by another running Chengnuo")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void isRefusedBelowAFile() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file + " is not a folder");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void isRefusedWhereNothingCanBeWritten() {
        // Of all that is read-only, /proc is on every Linux, and is so for root too.
        assertThatThrownBy(() -> DataFolder.take(Path.of("/proc/sys/chengnuo")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void isRefusedIfItIsOfAnotherVersionOfPostgres() throws Exception {
        Path cluster = Files.createDirectories(temp.resolve("data/postgresql"));
        Files.writeString(cluster.resolve("PG_VERSION"), "19\n");
        List<Path> before = files();
        assertThatThrownBy(() -> DataFolder.take(temp.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("written by PostgreSQL 19")
                .hasMessageContaining("brings PostgreSQL 18");
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.filter(path -> !path.equals(temp)).sorted().toList();
        }
    }
}
