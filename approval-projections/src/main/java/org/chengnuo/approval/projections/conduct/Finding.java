package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that should be looked at. Never a verdict.
 *
 * @param project null if it is of a center's work as a whole; so is {@code filing}
 * @param item null if it is of several
 * @param on the date at the office of the act in which it shows
 * @param sentence what was found, with its numbers
 * @param figures the same numbers
 * @param evidence the events in which it shows, the first {@value #MOST_EVIDENCE} of them
 * @param evidenceN how many there are
 */
public record Finding(
        ConductRule rule,
        Severity severity,
        String zone,
        String center,
        @Nullable String project,
        @Nullable String filing,
        @Nullable String item,
        LocalDate on,
        Bilingual sentence,
        List<Figure> figures,
        List<Evidence> evidence,
        long evidenceN) {

    /** The most events that a finding lists. */
    public static final int MOST_EVIDENCE = 50;

    public Finding {
        figures = List.copyOf(figures);
        evidence = List.copyOf(evidence);
    }

    Finding with(List<Evidence> events) {
        return new Finding(
                rule, severity, zone, center, project, filing, item, on, sentence, figures, events,
                evidenceN);
    }

    /** A number of the sentence, as in {@code overrun 4 WD}. */
    public record Figure(String name, BigDecimal value, String unit) {}

    /**
     * An event of the journal; who acted is not said.
     *
     * @param name as it is stored, as in {@code filing.accepted}
     */
    public record Evidence(
            Position position,
            String filing,
            String name,
            Instant occurredAt,
            Instant recordedAt) {}
}
