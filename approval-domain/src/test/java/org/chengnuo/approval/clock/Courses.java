package org.chengnuo.approval.clock;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Builds courses in the words of the tests; times are local in China. */
final class Courses {

    static final WorkingCalendar CN = ShippedCalendars.named("cn");

    private Instant accepted = Instant.EPOCH;
    private @Nullable Instant ended;
    private TimeLimit promised = TimeLimit.workingDays(5);
    private @Nullable TimeLimit statutory;
    private @Nullable Extension extension;
    private final List<Stop> stops = new ArrayList<>();
    private boolean attestable = true;
    private WarningThresholds warnings = new WarningThresholds(90);

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CN.zone()).toInstant();
    }

    static Courses accepted(String local) {
        var course = new Courses();
        course.accepted = at(local);
        return course;
    }

    Courses ended(String local) {
        ended = at(local);
        return this;
    }

    Courses promised(int amount, LimitUnit unit) {
        promised = new TimeLimit(amount, unit);
        return this;
    }

    Courses statutory(int amount, LimitUnit unit) {
        statutory = new TimeLimit(amount, unit);
        return this;
    }

    /** Granted and entered at the acceptance. */
    Courses extension(int amount, LimitUnit unit) {
        extension = new Extension(new TimeLimit(amount, unit), accepted, accepted);
        return this;
    }

    Courses extended(int workingDays, String granted, String recorded) {
        extension = new Extension(TimeLimit.workingDays(workingDays), at(granted), at(recorded));
        return this;
    }

    /** Recorded as it began. */
    Courses stopped(String begun, @Nullable String end) {
        return stopped(begun, end, begun, "告〔2026〕7号");
    }

    Courses stopped(String begun, @Nullable String end, String recorded, String notice) {
        stops.add(
                new Stop(
                        StopGround.EXPERT_REVIEW,
                        at(begun),
                        end == null ? null : at(end),
                        at(recorded),
                        notice));
        return this;
    }

    Courses notAttestable() {
        attestable = false;
        return this;
    }

    Courses yellowAt(int percent) {
        return warnings(new WarningThresholds(percent));
    }

    Courses warnings(WarningThresholds thresholds) {
        warnings = thresholds;
        return this;
    }

    ReviewCourse course() {
        return new ReviewCourse(
                accepted,
                ended,
                promised,
                statutory,
                extension,
                stops,
                attestable,
                Duration.ofHours(24),
                warnings);
    }

    Reading readAt(String local) {
        return ReviewClock.read(course(), CN, at(local));
    }
}
