package org.chengnuo.approval.assessment;

import org.chengnuo.approval.JournalCommand;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Set;

/** What may be asked of the assessment. */
public sealed interface AssessmentCommand extends JournalCommand {

    SchemeCode scheme();

    /** All schemes and scores are one story. */
    @Override
    default String stream() {
        return AssessmentEvent.STREAM;
    }

    /**
     * @param indicators the codes of those that there are
     */
    record PublishScheme(SchemeCode scheme, SchemeContent content, Set<String> indicators)
            implements AssessmentCommand {

        public PublishScheme {
            indicators = Set.copyOf(indicators);
        }
    }

    record SelfScore(
            SchemeCode scheme,
            ZoneCode zone,
            AssessmentPeriod period,
            String content,
            BigDecimal points,
            @Nullable String note)
            implements AssessmentCommand {}

    record VerifyScore(
            SchemeCode scheme,
            ZoneCode zone,
            AssessmentPeriod period,
            String content,
            BigDecimal points,
            @Nullable String reason)
            implements AssessmentCommand {}
}
