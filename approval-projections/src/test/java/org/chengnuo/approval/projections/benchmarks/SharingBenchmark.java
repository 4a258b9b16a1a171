package org.chengnuo.approval.projections.benchmarks;

import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.IntakeSettings;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.kafka.Broker;
import org.chengnuo.approval.projections.kafka.KafkaFeed;
import org.chengnuo.approval.projections.kafka.KafkaSettings;
import org.chengnuo.approval.projections.kafka.Publication;
import org.chengnuo.approval.projections.oracle.RandomJournal;
import org.chengnuo.approval.projections.register.Register;
import org.chengnuo.approval.projections.register.Registered;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many events a second go from the journal to Kafka, and from there into the register, by one,
 * two and three that share its three parts, and how long after its commit an event is there: {@code
 * deploy/benchmark SharingBenchmark 8000}. The argument is the number of projects of the random
 * journal. PostgreSQL and Kafka are processes of the same machine; those that share the register
 * are threads of this one.
 */
public final class SharingBenchmark {

    private static final int SINGLE_EVENTS = 200;

    private SharingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int projects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8_000;
        var journal = new TestJournal();
        int events = RebuildBenchmark.record(journal, RandomJournal.of(1, projects, projects));
        try (Broker broker = Broker.started(Parts.EMBEDDED)) {
            KafkaSettings kafka = broker.settings("benchmark");
            var publication = new Publication(kafka, journal.database(), Duration.ofMillis(50));
            Position end = new JournalFeed(journal.database()).end();
            long began = System.nanoTime();
            publication.start();
            while (end.isAfter(publication.status().published())) {
                Thread.sleep(5);
            }
            System.out.printf(
                    "%,d events published: %,.0f a second%n", events, rate(events, began));
            int next = 1_000_000;
            for (int run = 1; run <= 2; run++) {
                for (int sharing = 1; sharing <= kafka.partitions(); sharing++) {
                    journal.execute("delete from views.build");
                    began = System.nanoTime();
                    List<Intake> intakes = started(journal, kafka, sharing);
                    for (Intake intake : intakes) {
                        intake.awaitCaughtUp(Duration.ofMinutes(30));
                    }
                    double rate = rate(events, began);
                    List<Double> delays = delays(journal, next);
                    next += SINGLE_EVENTS;
                    intakes.forEach(Intake::stop);
                    System.out.printf(
                            "run %d, %d sharing: %,.0f events a second; an event is there after"
                                    + " ms: median %.0f, p99 %.0f%n",
                            run,
                            sharing,
                            rate,
                            delays.get(delays.size() / 2),
                            delays.get(delays.size() * 99 / 100));
                }
            }
            publication.stop();
        }
        System.exit(0);
    }

    private static double rate(int events, long began) {
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private static List<Intake> started(TestJournal journal, KafkaSettings kafka, int sharing) {
        var intakes = new ArrayList<Intake>();
        for (int i = 0; i < sharing; i++) {
            var intake =
                    new Intake(
                            new KafkaFeed(kafka, new JournalFeed(journal.database())),
                            List.of(new Register(journal.database(), kafka.partitions())),
                            new ParkedEvents(journal.database()),
                            IntakeSettings.usual());
            intake.start();
            intakes.add(intake);
        }
        return intakes;
    }

    /** In milliseconds, in ascending order. */
    private static List<Double> delays(TestJournal journal, int from) throws InterruptedException {
        var register = new Registered(journal.database());
        var delays = new ArrayList<Double>();
        for (int number = from; number < from + SINGLE_EVENTS; number++) {
            ProjectId id = project(number);
            journal.append(Instant.now(), List.of(registered(id, "LF-01")));
            long committed = System.nanoTime();
            while (register.project(id).isEmpty()) {
                Thread.sleep(1);
            }
            delays.add((System.nanoTime() - committed) / 1e6);
        }
        delays.sort(null);
        return delays;
    }
}
