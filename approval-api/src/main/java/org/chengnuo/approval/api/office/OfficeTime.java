package org.chengnuo.approval.api.office;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/**
 * The office's time, to the microsecond, as the journal keeps it. A simulation has a time of its
 * own, but only for what it does itself: what users do meanwhile happens now.
 */
public final class OfficeTime extends Clock {

    private static final ScopedValue<Instant> SIMULATED = ScopedValue.newInstance();

    private final Clock clock;

    OfficeTime(Clock clock) {
        this.clock = clock;
    }

    /** Does something as if it were that moment. */
    public static <T> T at(Instant moment, Callable<T> action) throws Exception {
        return ScopedValue.where(SIMULATED, moment).call(action::call);
    }

    static boolean isSimulated() {
        return SIMULATED.isBound();
    }

    @Override
    public Instant instant() {
        Instant now = SIMULATED.isBound() ? SIMULATED.get() : clock.instant();
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones belong to calendars");
    }
}
