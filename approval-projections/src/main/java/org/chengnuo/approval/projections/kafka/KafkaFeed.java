package org.chengnuo.approval.projections.kafka;

import org.chengnuo.approval.projections.intake.EventFeed;
import org.chengnuo.approval.projections.intake.EventReader;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.Position;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The events as they are published to Kafka. Which journal it is, where it ends and how far a
 * reader is behind it is asked of the journal: what is not published yet is behind too.
 */
public final class KafkaFeed implements EventFeed {

    private final KafkaSettings settings;
    private final JournalFeed journal;

    public KafkaFeed(KafkaSettings settings, JournalFeed journal) {
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public UUID journal() {
        return journal.journal();
    }

    @Override
    public EventReader reader(UUID build, Places after) {
        return new KafkaReader(settings, journal(), build, after);
    }

    @Override
    public EventReader shared(UUID build, Supplier<Places> after) {
        return new KafkaShare(settings, journal(), build, after);
    }

    @Override
    public Position end() {
        return journal.end();
    }

    @Override
    public boolean hasComeTo(Position position) {
        return journal.hasComeTo(position);
    }

    @Override
    public Lag lag(Position position) {
        return journal.lag(position);
    }
}
