package org.chengnuo.approval.api;

import org.chengnuo.approval.api.database.EmbeddedDatabase;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.operation.StartChecks;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long after the answer to a command its events are in the figures, at a steady rate of
 * commands over HTTP: {@code deploy/benchmark VisibilityBenchmark 200 60}. The arguments are the
 * commands per second and for how many seconds; the first third only warms up.
 */
final class VisibilityBenchmark {

    private static final int CLIENTS = 16;

    private record Answered(long at, long took, Position position) {}

    private final int rate;
    private final long began = System.nanoTime();
    private final AtomicLong slot = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final NavigableMap<Position, Long> seen = new ConcurrentSkipListMap<>();
    private final int port;
    private final JdbcClient journal;

    private VisibilityBenchmark(int rate, ConfigurableApplicationContext program) {
        this.rate = rate;
        this.port =
                Integer.parseInt(
                        Objects.requireNonNull(
                                program.getEnvironment().getProperty("local.server.port")));
        this.journal = program.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        var chengnuo = new SpringApplication(Chengnuo.class);
        chengnuo.addListeners(new StartChecks(EmbeddedDatabase::start));
        ConfigurableApplicationContext program =
                chengnuo.run(
                        "--spring.profiles.active=demo",
                        "--chengnuo.demo.simulate=false",
                        "--server.port=0",
                        "--chengnuo.data-dir=" + Files.createTempDirectory("visibility"));
        program.getBean(Intake.class).awaitCaughtUp(Duration.ofSeconds(30));
        while (!hasFigures(program.getBean(ReviewTimes.class))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        new VisibilityBenchmark(rate, program).run(seconds, program.getBean(ReviewTimes.class));
        program.close();
        System.exit(0);
    }

    private static boolean hasFigures(ReviewTimes figures) {
        try {
            return figures.read((_, _) -> true);
        } catch (StatisticsUnavailable e) {
            return false;
        }
    }

    private void run(int seconds, ReviewTimes figures) throws Exception {
        Thread watcher = Thread.ofPlatform().start(() -> watch(figures));
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(this::act);
            }
            TimeUnit.SECONDS.sleep(seconds);
            over.set(true);
        }
        TimeUnit.SECONDS.sleep(3);
        watcher.interrupt();
        watcher.join();
        report(seconds);
    }

    /** Projects with filings, received, accepted and decided, one command at a time. */
    private void act() {
        List<String> items = Life.items(ItemClass.KEPT_APPROVAL);
        var clerk = new Caller(port, "clerk");
        while (!over.get()) {
            String project = commanded(() -> Life.registered(clerk).address(), null);
            for (String item : items) {
                String filing =
                        commanded(
                                () ->
                                        clerk.post(
                                                        project + "/filings",
                                                        "{\"item\":\"%s\",\"receipt\":\"收1\"}"
                                                                .formatted(item))
                                                .header("Location"),
                                project);
                commanded(
                        () -> done(clerk.post(filing + "/acceptance", "{\"receipt\":\"受1\"}")),
                        project);
                commanded(
                        () ->
                                done(
                                        clerk.as("reviewer")
                                                .post(
                                                        filing + "/decision",
                                                        "{\"outcome\":\"GRANTED\",\"document\":\"许1\"}")),
                        project);
            }
        }
    }

    private static String done(Caller.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.http().body());
        }
        return "";
    }

    private interface Command {
        String carriedOut();
    }

    /**
     * @param project its address; null if it is what the command answers
     */
    private String commanded(Command command, @Nullable String project) {
        try {
            long due = began + slot.getAndIncrement() * 1_000_000_000L / rate;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            long sent = System.nanoTime();
            String answer = command.carriedOut();
            long now = System.nanoTime();
            String address = project == null ? answer : project;
            Position position =
                    journal.sql(
                                    "select transaction_id::text as t, position from journal.event"
                                            + " where stream = ? order by sequence desc limit 1")
                            .param(address.substring(address.lastIndexOf('/') + 1))
                            .query((row, _) -> new Position(row.getLong(1), row.getLong(2)))
                            .single();
            answers.add(new Answered(now, now - sent, position));
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        }
    }

    private void watch(ReviewTimes figures) {
        while (!Thread.currentThread().isInterrupted()) {
            Position reached = figures.read((_, position) -> position);
            seen.putIfAbsent(reached, System.nanoTime());
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void report(int seconds) {
        long from = began + seconds * 1_000_000_000L / 3;
        var visible = new ArrayList<Double>();
        var took = new ArrayList<Double>();
        int missing = 0;
        for (Answered answer : answers) {
            if (answer.at() < from) {
                continue;
            }
            var entry = seen.ceilingEntry(answer.position());
            if (entry == null) {
                missing++;
            } else {
                visible.add(Math.max(0, entry.getValue() - answer.at()) / 1e6);
                took.add(answer.took() / 1e6);
            }
        }
        System.out.printf(
                "%,d commands in %d s (%.0f a second), %d not seen%n",
                visible.size(), seconds * 2 / 3, visible.size() / (seconds * 2 / 3.0), missing);
        System.out.println("ms until answered: " + line(took));
        System.out.println("ms from the answer until it is in the figures: " + line(visible));
    }

    private static String line(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var line = new StringBuilder();
        for (double share : new double[] {0.5, 0.9, 0.99, 1}) {
            int rank = (int) Math.ceil(share * sorted.length) - 1;
            line.append("p%.0f %.0f, ".formatted(share * 100, sorted[Math.max(0, rank)]));
        }
        return line + "of " + Arrays.stream(sorted).count();
    }
}
