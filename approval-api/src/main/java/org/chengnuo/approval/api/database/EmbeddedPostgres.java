package org.chengnuo.approval.api.database;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The PostgreSQL that this program brings and runs by itself when it is not told to use another.
 *
 * <p>Only the archives are the library's, its runner is not used. That one is made for tests: it
 * switches fsync off, trusts whoever connects, calls a half-made cluster a cluster, and gives up a
 * stop after five seconds. Here the postmaster is this process's child, so that its end is noticed
 * at once; and it outlives this process if that is killed, because a database that is stopped less
 * often is one that recovers less often – the next start finds it ({@link Postmaster}).
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** The database, and the role that owns it. */
    static final String NAME = "chengnuo";

    private static final String SUPERUSER = "postgres";

    /** Without these, «committed» does not mean «kept». */
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "listen_addresses", "127.0.0.1",
                    "unix_socket_directories", "",
                    "cluster_name", NAME,
                    "max_connections", "60",
                    "shared_buffers", "128MB",
                    "timezone", "UTC",
                    "log_timezone", "UTC",
                    "log_checkpoints", "off");

    /** Another program took the port, or something of a killed PostgreSQL is still held. */
    private static final Pattern PASSES =
            Pattern.compile("could not bind|any TCP/IP sockets|shared memory block|lock file");

    private static final int TRIES = 20;
    private static final long LOG_LIMIT = 10_000_000;

    private final DataFolder folder;
    private final Path binariesFolder;
    private final Consumer<String> died;

    private @Nullable PostgresBinaries binaries;
    private @Nullable Process postmaster;
    private int port;
    private String password = "";
    private volatile boolean stopping;

    /**
     * @param folder taken for this PostgreSQL, which gives it up when it is closed
     * @param binariesFolder where the programs are or will be unpacked
     * @param died is told in one line if PostgreSQL ends without having been asked to
     */
    EmbeddedPostgres(DataFolder folder, Path binariesFolder, Consumer<String> died) {
        this.folder = folder;
        this.binariesFolder = binariesFolder;
        this.died = died;
    }

    /**
     * Starts it, makes what it lacks, and checks that it keeps what it confirms.
     *
     * @throws StartRefused if it does not start or does not keep it
     */
    void start() {
        try {
            PostgresBinaries programs = PostgresBinaries.unpackedIn(binariesFolder);
            binaries = programs;
            password = folder.password();
            if (Files.exists(folder.cluster())) {
                Postmaster.endOrphansOf(folder.cluster(), programs);
            } else {
                makeCluster(programs);
            }
            startPostmaster(programs);
            makeDatabase();
            checkDurability();
            log.info(
                    "PostgreSQL runs on port {} (pid {}), its data is in {}",
                    port,
                    pid(),
                    folder.cluster());
        } catch (IOException | SQLException e) {
            close();
            throw notStarted(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw notStarted("interrupted", e);
        } catch (StartRefused e) {
            close();
            throw e;
        }
    }

    private StartRefused notStarted(String why, @Nullable Throwable cause) {
        return new StartRefused(
                "PostgreSQL in %s did not start: %s. Its own words are in %s."
                        .formatted(folder.cluster(), why, folder.log()),
                cause);
    }

    /** Beside its place and then moved there, so that a cluster is whole or not there. */
    private void makeCluster(PostgresBinaries programs) throws IOException, InterruptedException {
        try (Stream<Path> left = Files.list(folder.path())) {
            for (Path path :
                    left.filter(p -> p.getFileName().toString().startsWith("initdb-")).toList()) {
                PostgresBinaries.delete(path);
            }
        }
        Path unfinished = Files.createTempDirectory(folder.path(), "initdb-");
        ProcessBuilder initdb =
                programs.program(
                        "initdb",
                        List.of(
                                "--pgdata=" + unfinished,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + folder.passwordFile(),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                // The same order of texts on every machine.
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C",
                                "--data-checksums"));
        Process process = initdb.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            PostgresBinaries.delete(unfinished);
            throw notStarted("initdb failed: " + lastLine(output), null);
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startPostmaster(PostgresBinaries programs)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long said = rollLog();
            Process process = launch(programs);
            while (process.isAlive() && !Postmaster.isReady(folder.cluster(), process.pid())) {
                // Recovery takes as long as it takes.
                TimeUnit.MILLISECONDS.sleep(20);
            }
            if (process.isAlive()) {
                process.onExit().thenAccept(this::ended);
                return;
            }
            String output = logFrom(said);
            String why = lastLine(output);
            if (attempt == TRIES || stopping || !PASSES.matcher(output).find()) {
                throw notStarted(why, null);
            }
            log.info("PostgreSQL did not start ({}), it is tried again", why);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private synchronized Process launch(PostgresBinaries programs) throws IOException {
        if (stopping) {
            throw notStarted("the program is ending", null);
        }
        port = freePort();
        List<String> arguments = new ArrayList<>(List.of("-D", folder.cluster().toString()));
        arguments.addAll(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        DURABLE.forEach(name -> arguments.addAll(List.of("-c", name + "=on")));
        Process process =
                programs.ownSession("postgres", arguments)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                        .start();
        postmaster = process;
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private long rollLog() throws IOException {
        if (!Files.exists(folder.log())) {
            Files.createFile(folder.log(), DataFolder.readableByOwnerOnly("rw-------"));
        }
        if (Files.size(folder.log()) > LOG_LIMIT) {
            Files.move(
                    folder.log(),
                    folder.log().resolveSibling("postgresql.log.1"),
                    StandardCopyOption.REPLACE_EXISTING);
            return rollLog();
        }
        return Files.size(folder.log());
    }

    private String logFrom(long position) throws IOException {
        byte[] all = Files.readAllBytes(folder.log());
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    /** The last line that names a fault, or else the last line. */
    private static String lastLine(String output) {
        if (output.contains("unshare:")) {
            return "as root it needs a user namespace, which is forbidden here: run the program as"
                    + " another user";
        }
        List<String> lines = output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        return lines.stream()
                .filter(line -> line.matches(".*(FATAL|PANIC|[Ee]rror):.*"))
                .reduce((_, last) -> last)
                .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
    }

    private void ended(Process process) {
        if (!stopping) {
            died.accept(
                    "PostgreSQL (pid %d) has ended by itself, with exit code %d: the program ends too, start it again. PostgreSQL's own words are in %s."
                            .formatted(process.pid(), process.exitValue(), folder.log()));
        }
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = superuser();
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "select from pg_roles where rolname = '" + NAME + "'")) {
                sql.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(sql, "select from pg_database where datname = '" + NAME + "'")) {
                sql.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            return found.next();
        }
    }

    /** As the program's role in the program's database, where a setting of either would show. */
    private void checkDurability() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(NAME), NAME, password);
                Statement sql = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet shown = sql.executeQuery("show " + setting)) {
                    if (!shown.next() || !"on".equals(shown.getString(1))) {
                        throw new StartRefused(
                                "PostgreSQL in %s runs with %s=%s, so that what it confirms may be lost: take that setting off the database %s and the role %s."
                                        .formatted(
                                                folder.cluster(),
                                                setting,
                                                shown.getString(1),
                                                NAME,
                                                NAME));
                    }
                }
            }
        }
    }

    /** A connection that may do everything, for making databases. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), SUPERUSER, password);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database);
    }

    String password() {
        return password;
    }

    long pid() {
        Process process = postmaster;
        return process == null ? -1 : process.pid();
    }

    /** Stops it, waits until it has written everything, and gives the folder up. */
    @Override
    public synchronized void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        Process process = postmaster;
        PostgresBinaries programs = binaries;
        try {
            if (process != null && programs != null && process.isAlive()) {
                boolean stopped =
                        Postmaster.stop(folder.cluster(), programs, "fast", 60)
                                || Postmaster.stop(folder.cluster(), programs, "immediate", 10);
                if (!stopped) {
                    process.destroyForcibly();
                }
                process.waitFor();
                log.info("PostgreSQL is stopped");
            }
            folder.close();
        } catch (IOException e) {
            log.warn("PostgreSQL was not stopped properly; its next start recovers it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
