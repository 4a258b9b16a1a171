package org.chengnuo.approval.assessment;

import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/** What happened in the assessment of the zones. */
public sealed interface AssessmentEvent extends JournalEvent {

    /** The stream of all schemes and scores. */
    String STREAM = "assessment";

    SchemeCode scheme();

    @Override
    default String stream() {
        return STREAM;
    }

    record SchemePublished(SchemeCode scheme, Instant occurredAt, SchemeContent content)
            implements AssessmentEvent {}

    /** A zone says what it would give itself 自评. */
    record SelfScored(
            SchemeCode scheme,
            Instant occurredAt,
            ZoneCode zone,
            AssessmentPeriod period,
            String content,
            BigDecimal points,
            @Nullable String note)
            implements AssessmentEvent {}

    /** The assessment office settles the points 核定; they count instead of the computed ones. */
    record ScoreVerified(
            SchemeCode scheme,
            Instant occurredAt,
            ZoneCode zone,
            AssessmentPeriod period,
            String content,
            BigDecimal points,
            String reason)
            implements AssessmentEvent {}
}
