package org.chengnuo.approval.commitment;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationComing;
import org.chengnuo.approval.commitment.CommitmentEvent.ObligationMissed;
import org.chengnuo.approval.commitment.CommitmentEvent.PublicityEnded;
import org.chengnuo.approval.project.Due;
import org.chengnuo.approval.project.ProjectEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What happens to a commitment by itself. A day ends at its 24:00, by the commitment's calendar.
 */
final class Automation {

    /** No law says how long before; a month gives the enterprise time to do something about it. */
    private static final int COMING_NATURAL_DAYS = 30;

    private Automation() {}

    static @Nullable Due next(
            Commitment commitment,
            Stage stage,
            WorkingCalendar calendar,
            Circumstances circumstances) {
        return switch (stage) {
            case Stage.Public open ->
                    whenPublicityEndsThenCommitmentTakesEffect(
                            commitment, open, calendar, circumstances);
            case Stage.InForce inForce ->
                    Stream.of(
                                    whenMilestoneComesThenObligationComing(
                                            commitment, inForce, calendar),
                                    whenMilestonePassesThenObligationMissed(
                                            commitment, inForce, calendar))
                            .filter(Objects::nonNull)
                            .min(Comparator.comparing(Due::at))
                            .orElse(null);
            case Stage.Noticed _,
                    Stage.Submitted _,
                    Stage.PublicityEnded _,
                    Stage.Fulfilled _,
                    Stage.Declined _,
                    Stage.Withdrawn _ ->
                    null;
        };
    }

    /** 公示期满无异议的，承诺书生效. Where an objection is open or upheld, only the publicity ends. */
    private static Due whenPublicityEndsThenCommitmentTakesEffect(
            Commitment commitment,
            Stage.Public open,
            WorkingCalendar calendar,
            Circumstances circumstances) {
        Instant end = endOf(open.until(), calendar);
        var events = new ArrayList<ProjectEvent>();
        events.add(new PublicityEnded(commitment.id(), end));
        if (open.objections().allDismissed()) {
            events.addAll(commitment.effect(end, circumstances));
        }
        return new Due(end, events);
    }

    private static @Nullable Due whenMilestoneComesThenObligationComing(
            Commitment commitment, Stage.InForce inForce, WorkingCalendar calendar) {
        Due first = null;
        for (Stage.Owed owed : inForce.obligations().unmet()) {
            LocalDate by = owed.obligation().by();
            if (by == null || owed.announced() || owed.missed()) {
                continue;
            }
            Instant near =
                    notBefore(
                            inForce.since(), startOf(by.minusDays(COMING_NATURAL_DAYS), calendar));
            // A letter that takes effect after the day has nothing to announce.
            if (near.isBefore(endOf(by, calendar))) {
                first =
                        earlier(
                                first,
                                near,
                                new ObligationComing(
                                        commitment.id(), near, owed.obligation().id(), by));
            }
        }
        return first;
    }

    private static @Nullable Due whenMilestonePassesThenObligationMissed(
            Commitment commitment, Stage.InForce inForce, WorkingCalendar calendar) {
        Due first = null;
        for (Stage.Owed owed : inForce.obligations().unmet()) {
            LocalDate by = owed.obligation().by();
            if (by == null || owed.missed()) {
                continue;
            }
            Instant passed = notBefore(inForce.since(), endOf(by, calendar));
            first =
                    earlier(
                            first,
                            passed,
                            new ObligationMissed(
                                    commitment.id(), passed, owed.obligation().id(), by));
        }
        return first;
    }

    private static Due earlier(@Nullable Due first, Instant at, ProjectEvent event) {
        return first == null || at.isBefore(first.at()) ? new Due(at, List.of(event)) : first;
    }

    private static Instant notBefore(Instant since, Instant moment) {
        return moment.isBefore(since) ? since : moment;
    }

    private static Instant startOf(LocalDate day, WorkingCalendar calendar) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    private static Instant endOf(LocalDate day, WorkingCalendar calendar) {
        return startOf(day.plusDays(1), calendar);
    }
}
