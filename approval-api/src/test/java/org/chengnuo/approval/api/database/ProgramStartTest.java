package org.chengnuo.approval.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.Chengnuo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The whole program, started as a person starts it. */
class ProgramStartTest {

    @TempDir Path temp;

    private Path folder;

    @BeforeEach
    void emptyFolder() throws Exception {
        folder = Files.createDirectory(temp.resolve("empty"));
    }

    private static final String DEMO = "--spring.profiles.active=demo";
    private static final String NO_SIMULATION = "--chengnuo.demo.simulate=false";

    @Test
    void answersEndsCleanlyAndEndsWhenPostgresDies() throws Exception {
        int port = freePort();
        try (Program program = start("--server.port=" + port, DEMO, NO_SIMULATION)) {
            program.awaitAnswer(port);

            try (Program second = start("--server.port=" + freePort(), DEMO)) {
                assertThat(second.exitCode()).isOne();
                assertThat(second.errors())
                        .singleElement()
                        .asString()
                        .contains("in use by another running Chengnuo");
            }

            program.terminate();
            assertThat(program.exitCode()).isEqualTo(128 + 15);
        }
        assertThat(pidFile()).doesNotExist();

        try (Program program = start("--server.port=" + port, DEMO, NO_SIMULATION)) {
            program.awaitAnswer(port);
            String pid = Files.readAllLines(pidFile()).getFirst().strip();
            ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();

            assertThat(program.exitCode()).isOne();
            assertThat(program.errors())
                    .singleElement()
                    .asString()
                    .contains("PostgreSQL (pid " + pid + ") has ended by itself");
        }
    }

    @Test
    void saysHowToAddAUserWhereThereIsNoneAndStartsNothing() throws Exception {
        try (Program program = start("--server.port=0")) {
            assertThat(program.exitCode()).isOne();
            assertThat(program.errors())
                    .singleElement()
                    .asString()
                    .contains("chengnuo.users[0].name");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAPasswordHashThatNobodyCouldLogInWith() throws Exception {
        isRefused(
                "{bcrypt}",
                "--server.port=0",
                "--chengnuo.users[0].name=li",
                "--chengnuo.users[0].password-hash=$2y$05$abc",
                "--chengnuo.users[0].roles=CLERK");
    }

    @Test
    void refusesAnOccupiedPortInOneLine() throws Exception {
        try (ServerSocket occupied = new ServerSocket(0)) {
            isRefused(
                    "Port " + occupied.getLocalPort(), "--server.port=" + occupied.getLocalPort());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAStorageOfAttachmentsThatIsHalfNamedAndStartsNothing() throws Exception {
        isRefused(
                "chengnuo.evidence.s3.endpoint is missing",
                "--server.port=0",
                "--chengnuo.evidence.s3.bucket=evidence");
        isRefused(
                "chengnuo.evidence.max-size",
                "--server.port=0",
                "--chengnuo.evidence.max-size=lots");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAStorageOfAttachmentsThatDoesNotAnswerInOneLine() throws Exception {
        isRefused(
                "bucket «evidence» at http://localhost:1 cannot be used",
                "--server.port=0",
                "--chengnuo.evidence.s3.endpoint=http://localhost:1",
                "--chengnuo.evidence.s3.bucket=evidence",
                "--chengnuo.evidence.s3.region=cn-north-1",
                "--chengnuo.evidence.s3.access-key=a",
                "--chengnuo.evidence.s3.secret-key=s");
    }

    @Test
    void refusesAFolderThatCannotBeMadeInOneLine() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        isRefused("is not a folder", "--server.port=0", "--chengnuo.data-dir=" + file + "/data");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesADatabaseThatCannotBeReachedInOneLineWithoutItsPassword() throws Exception {
        List<String> errors =
                isRefused(
                        "PostgreSQL cannot be reached at jdbc:postgresql://127.0.0.1:1/none",
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none?password=secret");
        assertThat(errors.getFirst()).doesNotContain("secret");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesADatabaseOfANewerProgramInOneLine() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (Connection connection = database.dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create schema journal");
            sql.execute(
                    """
                    create table journal.flyway_schema_history (
                        installed_rank int primary key, version varchar(50), description varchar(200),
                        type varchar(20), script varchar(1000), checksum int, installed_by varchar(100),
                        installed_on timestamp default now(), execution_time int, success boolean)
                    """);
            sql.execute(
                    """
                    insert into journal.flyway_schema_history
                    values (1, '99999', 'of the future', 'SQL', 'V99999__of_the_future.sql', 1, 'x', now(), 1, true)
                    """);
        }
        isRefused(
                "has version 99999",
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password());
    }

    private List<String> isRefused(String why, String... options) throws Exception {
        String[] withUsers =
                Stream.concat(Stream.of(DEMO), Stream.of(options)).toArray(String[]::new);
        try (Program program = start(withUsers)) {
            assertThat(program.exitCode()).isOne();
            assertThat(program.errors()).singleElement().asString().contains(why);
            return program.errors();
        }
    }

    private Program start(String... options) throws Exception {
        String[] arguments = new String[options.length + 1];
        arguments[0] = Chengnuo.class.getName();
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Program.start(folder, arguments);
    }

    private Path pidFile() {
        return folder.resolve("data/postgresql/postmaster.pid");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
