package org.chengnuo.approval.projections.operation;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;

import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.intake.TakenIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes on with the trace of an act to the tables that have it: from when it was recorded to now,
 * whichever way its event came.
 */
@Component
final class TracedIntake implements TakenIn {

    /** As W3C's Trace Context has it, of a trace that is kept. */
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");

    private final Tracer tracer;

    TracedIntake(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void told(String projection, List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            @Nullable String act = event.metadata().get("traceparent");
            Matcher parts = FORM.matcher(act == null ? "" : act);
            if (parts.matches()) {
                TraceContext parent =
                        tracer.traceContextBuilder()
                                .traceId(parts.group(1))
                                .spanId(parts.group(2))
                                .sampled(true)
                                .build();
                tracer.spanBuilder()
                        .setParent(parent)
                        .name(projection + " " + event.name())
                        .kind(Span.Kind.CONSUMER)
                        .startTimestamp(
                                ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()),
                                TimeUnit.MICROSECONDS)
                        .start()
                        .end();
            }
        }
    }
}
