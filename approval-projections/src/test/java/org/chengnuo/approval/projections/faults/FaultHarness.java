package org.chengnuo.approval.projections.faults;

import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.ShippedPolicies;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.IntakeSettings;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.StoredEvent;
import org.chengnuo.approval.projections.kafka.Broker;
import org.chengnuo.approval.projections.kafka.KafkaSettings;
import org.chengnuo.approval.projections.kafka.Topic;
import org.chengnuo.approval.projections.oracle.Oracle;
import org.chengnuo.approval.projections.register.Register;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two nodes and two processes of the read models on one PostgreSQL and one Kafka, clients who send
 * commands, and faults as chance has them: {@code deploy/benchmark FaultHarness 100 1}. The
 * arguments are the number of faults and the seed. The programs are the packaged ones, so {@code
 * mvn package} comes first.
 *
 * <p>Afterwards it looks whether every acknowledged command is in the journal exactly once and none
 * is half there, whether each story and each partition of the topic is whole and in order, whether
 * the figures of all four are what the slow oracle says, and the register what it is when it is
 * built again.
 */
public final class FaultHarness {

    private static final int CLIENTS = 4;
    private static final int PARTS = 3;
    private static final Pattern KEY = Pattern.compile("K-\\d+-\\d+\\.");

    private final Path folder = Files.createTempDirectory("faults");
    private final Random random;
    private final long seed;
    private final Station postgres;
    private final Broker kafka;
    private final Line toPostgres;
    private final Map<Integer, Station> nodes = new LinkedHashMap<>();
    private final Map<Integer, Station> projections = new LinkedHashMap<>();
    private final String database;
    private final Map<String, List<Long>> recoveries = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    private FaultHarness(long seed) throws IOException, InterruptedException {
        this.seed = seed;
        this.random = new Random(seed);
        int port = freePort();
        postgres = new Station("postgres", folder, postgres(folder, port));
        database = "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
        kafka = Broker.started(Parts.EMBEDDED);
        toPostgres = new Line(port);
        for (int i = 0; i < 2; i++) {
            int nodePort = freePort();
            nodes.put(
                    nodePort,
                    new Station(
                            "node-" + i,
                            folder,
                            program(
                                    "approval-api",
                                    "\\.jar",
                                    nodePort,
                                    "node-" + i,
                                    "--chengnuo.demo.simulate=false")));
            int readerPort = freePort();
            projections.put(
                    readerPort,
                    new Station(
                            "projections-" + i,
                            folder,
                            program(
                                    "approval-projections",
                                    "-exec\\.jar",
                                    readerPort,
                                    "projections-" + i)));
        }
    }

    public static void main(String[] arguments) throws Exception {
        int faults = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.printf("seed %d, %d faults%n", seed, faults);
        var harness = new FaultHarness(seed);
        Runtime.getRuntime().addShutdownHook(new Thread(harness::killAll));
        harness.run(faults);
        harness.violations.forEach(violation -> System.out.println("VIOLATED: " + violation));
        System.exit(harness.violations.isEmpty() ? 0 : 1);
    }

    /** A PostgreSQL that this program starts itself, so that it can kill it. */
    private static List<String> postgres(Path folder, int port) throws IOException {
        Path data = folder.resolve("postgresql");
        EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .start()
                .close();
        try (Stream<Path> found = Files.walk(folder.resolve("binaries"))) {
            Path program =
                    found.filter(path -> path.endsWith("bin/postgres")).findFirst().orElseThrow();
            var command = new ArrayList<String>();
            if ("root".equals(System.getProperty("user.name"))) {
                // PostgreSQL does not run as root.
                command.addAll(List.of("unshare", "-U"));
            }
            command.addAll(
                    List.of(
                            program.toString(),
                            "-D",
                            data.toString(),
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "max_connections=100"));
            return command;
        }
    }

    private List<String> program(
            String module, String ending, int port, String name, String... more)
            throws IOException {
        try (Stream<Path> built = Files.list(Path.of("..", module, "target"))) {
            Path program =
                    built.filter(
                                    path ->
                                            path.getFileName()
                                                    .toString()
                                                    .matches(module + "-.*" + ending))
                            .findFirst()
                            .orElseThrow(
                                    () -> new IllegalStateException("mvn package comes first"));
            var command = new ArrayList<String>();
            command.addAll(
                    List.of(
                            Station.java(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-jar",
                            program.toAbsolutePath().normalize().toString(),
                            "--spring.profiles.active=demo",
                            "--server.port=" + port,
                            "--chengnuo.data-dir=" + data(name),
                            "--spring.datasource.url=jdbc:postgresql://localhost:%d/postgres?socketTimeout=10"
                                    .formatted(toPostgres.port()),
                            "--spring.datasource.username=postgres",
                            "--chengnuo.kafka.bootstrap-servers=" + kafka.address(),
                            "--chengnuo.kafka.partitions=" + PARTS,
                            "--chengnuo.feed=kafka"));
            command.addAll(List.of(more));
            return command;
        }
    }

    /** The folder of the figures. */
    private Path data(String name) {
        return folder.resolve(name + "-data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run(int faults) throws Exception {
        var clients = new Clients(List.copyOf(nodes.keySet()), seed, items());
        long began = System.nanoTime();
        clients.begin(CLIENTS);
        await("the first command", Duration.ofMinutes(3), () -> !clients.acknowledged().isEmpty());
        for (int number = 1; number <= faults; number++) {
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2500));
            String kind = fault();
            long now = System.nanoTime();
            await(
                    "a command after fault %d, %s".formatted(number, kind),
                    Duration.ofMinutes(3),
                    () -> clients.lastAcknowledged() > now);
            // A program ends that finds no database when it starts.
            programs().values().forEach(Station::startAgainIfEnded);
            recoveries
                    .computeIfAbsent(kind, _ -> new ArrayList<>())
                    .add((System.nanoTime() - now) / 1_000_000);
            System.out.printf(
                    "%d %s: a command again after %d ms, %d acknowledged%n",
                    number, kind, recoveries.get(kind).getLast(), clients.acknowledged().size());
        }
        clients.end();
        clients.refusals().forEach(refusal -> violations.add("refused: " + refusal));
        System.out.printf(
                "%d commands acknowledged, sent again %d times, in %d s%n",
                clients.acknowledged().size(),
                clients.sentAgain(),
                (System.nanoTime() - began) / 1_000_000_000);
        recoveries.forEach(
                (kind, times) ->
                        System.out.printf(
                                "%-34s %3d times, a command again after ms: median %d, most %d%n",
                                kind,
                                times.size(),
                                times.stream().sorted().toList().get(times.size() / 2),
                                times.stream().max(Comparator.naturalOrder()).orElseThrow()));
        look(clients);
    }

    private static List<String> items() {
        return ShippedPolicies.named("2021").items().stream()
                .filter(PolicyItem::beforeStart)
                .filter(
                        item ->
                                item.classFor(ProjectType.RECORD_FILED, new ZoneCode("LF-01"))
                                        == ItemClass.KEPT_APPROVAL)
                .map(item -> item.code().toString())
                .toList();
    }

    /** One fault, from its beginning to its end. */
    private String fault() throws InterruptedException {
        Station node = one(nodes);
        Station reader = one(projections);
        int held = 1000 + random.nextInt(7000);
        switch (random.nextInt(9)) {
            case 0 -> {
                node.kill();
                node.startAgain();
                return "kill -9 of a node";
            }
            case 1 -> {
                node.holdUp();
                TimeUnit.MILLISECONDS.sleep(held);
                node.letGoOn();
                return "a node held up";
            }
            case 2 -> {
                postgres.kill();
                postgres.startAgain();
                return "kill -9 of PostgreSQL";
            }
            case 3 -> {
                postgres.holdUp();
                TimeUnit.MILLISECONDS.sleep(held);
                postgres.letGoOn();
                return "PostgreSQL held up";
            }
            case 4 -> {
                kafka.kill();
                TimeUnit.MILLISECONDS.sleep(held / 4);
                kafka.startAgain();
                return "kill -9 of Kafka";
            }
            case 5 -> {
                kafka.holdUp();
                TimeUnit.MILLISECONDS.sleep(held);
                kafka.letGoOn();
                return "Kafka held up";
            }
            case 6 -> {
                reader.kill();
                reader.startAgain();
                return "kill -9 of projections";
            }
            case 7 -> {
                reader.holdUp();
                TimeUnit.MILLISECONDS.sleep(held);
                reader.letGoOn();
                return "projections held up";
            }
            default -> {
                toPostgres.cut();
                TimeUnit.MILLISECONDS.sleep(held);
                toPostgres.join();
                return "PostgreSQL cut off";
            }
        }
    }

    private Station one(Map<Integer, Station> of) {
        return List.copyOf(of.values()).get(random.nextInt(of.size()));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Duration longest, Condition condition) throws Exception {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within %s: %s".formatted(longest, what));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** What is just starting again answers nothing. */
    private static boolean holds(Condition condition) throws Exception {
        try {
            return condition.holds();
        } catch (IOException e) {
            return false;
        }
    }

    private void look(Clients clients) throws Exception {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(database);
            var journal = new JournalFeed(source);
            List<StoredEvent> events = journal.allAfter(Position.START, Integer.MAX_VALUE / 2);
            everyCommandOnce(clients, events);
            everyStoryWhole(events);
            Position end = events.getLast().position();
            var topic =
                    new Topic(
                            new KafkaSettings(
                                    kafka.address(),
                                    "chengnuo.journal",
                                    PARTS,
                                    (short) 1,
                                    Map.of()),
                            journal.journal());
            await(
                    "published to " + end,
                    Duration.ofMinutes(2),
                    () -> !end.isAfter(published(source)));
            violations.addAll(topic.violations(events));
            caughtUp(source, end);
            for (Station program : programs().values()) {
                program.end();
            }
            List<String> register = rows(source);
            for (Station program : programs().values()) {
                figures(source, journal, data(program.name()), events);
            }
            rebuilt(source, journal);
            if (!rows(source).equals(register)) {
                violations.add("the register is not what it is when it is built again");
            }
            System.out.printf(
                    "looked at: %d events of %d stories, %d projects and filings%n",
                    events.size(),
                    events.stream().map(StoredEvent::stream).distinct().count(),
                    register.size());
        }
    }

    private void killAll() {
        programs().values().forEach(Station::kill);
        postgres.kill();
    }

    /** All that have read models, by their ports. */
    private Map<Integer, Station> programs() {
        var programs = new LinkedHashMap<>(nodes);
        programs.putAll(projections);
        return programs;
    }

    private void everyCommandOnce(Clients clients, List<StoredEvent> events) {
        var found = new HashMap<String, Integer>();
        for (StoredEvent event : events) {
            Matcher key = KEY.matcher(event.payload());
            while (key.find()) {
                found.merge(key.group(), 1, Integer::sum);
            }
        }
        for (String key : clients.sent()) {
            int times = found.getOrDefault(key, 0);
            if (times > 1 || times == 0 && clients.acknowledged().contains(key)) {
                violations.add("the command %s is recorded %d times".formatted(key, times));
            }
        }
    }

    private void everyStoryWhole(List<StoredEvent> events) {
        var next = new HashMap<String, Long>();
        for (StoredEvent event : events) {
            long expected = next.getOrDefault(event.stream(), 0L);
            if (event.sequence() != expected) {
                violations.add(
                        "%s has event %d where %d comes"
                                .formatted(event.stream(), event.sequence(), expected));
            }
            next.put(event.stream(), event.sequence() + 1);
        }
    }

    private static Position published(HikariDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select transaction_id, index from office.publication")) {
            return row.next() ? new Position(row.getLong(1), row.getLong(2)) : Position.START;
        }
    }

    /** All have everything, and nothing is parked. */
    private void caughtUp(HikariDataSource source, Position end) throws Exception {
        for (Map.Entry<Integer, Station> program : programs().entrySet()) {
            int port = program.getKey();
            program.getValue().startAgainIfEnded();
            await(
                    "the read models on port %d are at %s".formatted(port, end),
                    Duration.ofMinutes(3),
                    () -> Clients.projections(port).split("\"lagEvents\":0,", -1).length == 3);
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from views.parked_event")) {
            row.next();
            if (row.getLong(1) > 0) {
                violations.add("%d events are parked".formatted(row.getLong(1)));
            }
        }
    }

    private static List<String> rows(HikariDataSource source) throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("project", "filing")) {
                try (ResultSet found =
                        statement.executeQuery(
                                "select to_json(t)::text from views.%s t order by id"
                                        .formatted(table))) {
                    while (found.next()) {
                        rows.add(found.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    /** What a node's figures are, against the oracle. */
    private void figures(
            HikariDataSource source, JournalFeed journal, Path data, List<StoredEvent> events)
            throws Exception {
        List<RecordedEvent> told =
                events.stream()
                        .filter(StoredEvent::isOfProject)
                        .map(event -> (RecordedEvent) event.entry())
                        .toList();
        var oracle = new Oracle(told);
        var times =
                new ReviewTimes(
                        StatisticsSettings.usual(data),
                        new ParkedEvents(source),
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        times.open(journal.journal());
        for (Measure measure : Measure.values()) {
            for (Clock clock : Clock.values()) {
                Question question = Question.of(measure, clock).by(Dimension.ITEM);
                List<Group> answer =
                        new Turnarounds(times)
                                .answer(question).groups().stream()
                                        .sorted(
                                                Comparator.comparing(
                                                        group -> group.keys().toString()))
                                        .toList();
                if (!answer.equals(oracle.turnaround(question))) {
                    violations.add("%s: %s is not what the oracle says".formatted(data, question));
                }
            }
        }
        times.close();
    }

    private static void rebuilt(HikariDataSource source, JournalFeed journal) throws Exception {
        var intake =
                new Intake(
                        journal,
                        List.of(new Register(source, PARTS)),
                        new ParkedEvents(source),
                        new IntakeSettings(4000, Duration.ofMillis(20), Duration.ofSeconds(1)));
        intake.start();
        intake.awaitCaughtUp(Duration.ofMinutes(1));
        intake.rebuild("register");
        await(
                "the register is built again",
                Duration.ofMinutes(2),
                () -> intake.status("register").rebuild() == null);
        intake.stop();
    }
}
