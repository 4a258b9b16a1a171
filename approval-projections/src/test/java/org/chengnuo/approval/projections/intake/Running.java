package org.chengnuo.approval.projections.intake;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.register.Register;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The read models of a journal, and the intake that fills them, as one process has them. */
public final class Running implements AutoCloseable {

    /** As many as the topic of the tests has partitions. */
    public static final int PARTS = 3;

    private final Intake intake;
    private final Registered registered;
    private final ReviewTimes times;
    private final Turnarounds turnarounds;

    public Running(TestJournal journal, Path folder, int batch) {
        this(new JournalFeed(journal.database()), journal, folder, batch);
    }

    public Running(EventFeed feed, TestJournal journal, Path folder, int batch) {
        var parked = new ParkedEvents(journal.database());
        times =
                new ReviewTimes(
                        StatisticsSettings.usual(folder),
                        parked,
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        intake =
                new Intake(
                        feed,
                        List.of(new Register(journal.database(), PARTS), times),
                        parked,
                        new IntakeSettings(batch, Duration.ofMillis(5), Duration.ofSeconds(1)));
        registered = new Registered(journal.database());
        turnarounds = new Turnarounds(times);
        intake.start();
    }

    public Intake intake() {
        return intake;
    }

    public Registered registered() {
        return registered;
    }

    public ReviewTimes times() {
        return times;
    }

    public Turnarounds turnarounds() {
        return turnarounds;
    }

    public Running caughtUp() {
        try {
            intake.awaitCaughtUp(Duration.ofSeconds(60));
            return this;
        } catch (TimeoutException e) {
            throw new AssertionError(intake.status().toString(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public Running rebuilt(String name) {
        intake.rebuild(name);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (intake.status(name).rebuild() != null) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(intake.status(name).toString());
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return this;
    }

    @Override
    public void close() {
        intake.stop();
    }
}
