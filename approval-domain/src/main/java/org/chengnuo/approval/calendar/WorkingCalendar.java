package org.chengnuo.approval.calendar;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which days and hours work. A working day is Monday to Friday, minus the days off and plus the
 * make-up working days of the State Council's notices (Administrative Licensing Law, Art. 82).
 *
 * <p>It has two times: the days that it is about, and the moment at which it was known. A calendar
 * as it comes knows all its notices; {@link #knownAt} gives it as it was known then. It answers for
 * any day; where the notice is not known yet, the answer follows the week and is provisional.
 *
 * <p><b>How it counts.</b> Statistics ask millions of times, so that no answer may walk over days.
 * The working days before a day are the weekdays, which arithmetic gives for any date, plus a
 * running sum of what the notices change, a table no longer than the notices. Office time is
 * counted on the wall clock in the same way. Between two changes of the zone's offset the wall
 * clock runs evenly; at a change it jumps, and what the jump passes over or repeats is a
 * correction, which is zero unless the clock jumps within office hours. An instant is thus office
 * time exactly if the wall clock, at that instant, shows an office hour of a working day.
 *
 * <p>Immutable.
 */
public final class WorkingCalendar {

    /** Changes of the offset are looked up this far ahead; office hours rarely meet one anyway. */
    private static final int LAST_YEAR_OF_OFFSET_CHANGES = 2200;

    private static final int SECONDS_PER_DAY = 24 * 60 * 60;
    private static final int DAYS_PER_WEEK = 7;
    private static final int WORKDAYS_PER_WEEK = 5;

    /** Epoch day 0 was a Thursday: this many days after a Monday. */
    private static final int MONDAY_TO_EPOCH = 3;

    private final String name;
    private final ZoneId zone;
    private final ZoneRules offsets;
    private final List<OfficeHours> officeHours;
    private final int officeSecondsPerDay;

    private final List<NoticedDay> notices;
    private final boolean withNotices;
    private final @Nullable MonthDay nextNoticeFrom;
    private final List<Instant> editions;
    private final Map<Instant, WorkingCalendar> earlierEditions = new ConcurrentHashMap<>();

    private final Set<Integer> noticedYears;
    private final Map<LocalDate, DayRule> noticedRules;

    /** The epoch day to which the first entry of {@link #changesBefore} belongs. */
    private final long firstNoticedDay;

    /** How many working days the notices add before each day, from the first noticed day on. */
    private final int[] changesBefore;

    /** The offset changes that meet office hours, as epoch seconds; usually none. */
    private final long[] jumps;

    /** The office seconds that the jumps up to and including each one add. */
    private final long[] secondsByJumps;

    /**
     * Without notices.
     *
     * @param nextNoticeFrom from this day of a year on, the notice of the next year decides too
     */
    public WorkingCalendar(
            String name,
            ZoneId zone,
            List<OfficeHours> officeHours,
            @Nullable MonthDay nextNoticeFrom) {
        this(name, zone, officeHours, List.of(), nextNoticeFrom);
    }

    /**
     * @param notices in any order; of the same day the one that is known later holds
     */
    WorkingCalendar(
            String name,
            ZoneId zone,
            List<OfficeHours> officeHours,
            List<NoticedDay> notices,
            @Nullable MonthDay nextNoticeFrom) {
        this(name, zone, officeHours, notices, nextNoticeFrom, !notices.isEmpty());
    }

    private WorkingCalendar(
            String name,
            ZoneId zone,
            List<OfficeHours> officeHours,
            List<NoticedDay> notices,
            @Nullable MonthDay nextNoticeFrom,
            boolean withNotices) {
        this.name = name;
        this.zone = zone;
        this.offsets = zone.getRules();
        this.officeHours =
                officeHours.stream().sorted(Comparator.comparing(OfficeHours::fromSecond)).toList();
        requireNoOverlap(this.officeHours);
        this.officeSecondsPerDay = officeSecondsUntil(SECONDS_PER_DAY);
        this.notices =
                notices.stream().sorted(Comparator.comparing(NoticedDay::knownFrom)).toList();
        this.withNotices = withNotices;
        this.nextNoticeFrom = nextNoticeFrom;
        this.editions = this.notices.stream().map(NoticedDay::knownFrom).distinct().toList();

        var years = new HashSet<Integer>();
        var rules = new HashMap<LocalDate, DayRule>();
        for (NoticedDay day : this.notices) {
            years.add(day.noticeYear());
            rules.put(day.date(), day.rule());
        }
        this.noticedYears = Set.copyOf(years);
        this.noticedRules = Map.copyOf(rules);
        this.firstNoticedDay =
                rules.keySet().stream().mapToLong(LocalDate::toEpochDay).min().orElse(0);
        this.changesBefore = changesBefore(rules, firstNoticedDay);

        List<long[]> found = jumpsWithinOfficeHours();
        this.jumps = new long[found.size()];
        this.secondsByJumps = new long[found.size()];
        long sum = 0;
        for (int i = 0; i < found.size(); i++) {
            jumps[i] = found.get(i)[0];
            sum += found.get(i)[1];
            secondsByJumps[i] = sum;
        }
    }

    public String name() {
        return name;
    }

    public ZoneId zone() {
        return zone;
    }

    /** In the order of the day. */
    public List<OfficeHours> officeHours() {
        return officeHours;
    }

    /** The moments at which this calendar changed by a notice, the first one first. */
    public List<Instant> editions() {
        return editions;
    }

    /** From this day of a year on, the notice of the next year decides too; null if never. */
    public @Nullable MonthDay nextNoticeFrom() {
        return nextNoticeFrom;
    }

    /** The notices that made it, the first known first. */
    public List<Notice> notices() {
        record Published(Instant knownFrom, int year, String source) {}
        var days = new LinkedHashMap<Published, List<Notice.Day>>();
        for (NoticedDay day : notices) {
            days.computeIfAbsent(
                            new Published(day.knownFrom(), day.noticeYear(), day.source()),
                            _ -> new ArrayList<>())
                    .add(day.day());
        }
        return days.entrySet().stream()
                .map(
                        notice ->
                                new Notice(
                                        notice.getKey().year(),
                                        notice.getKey().source(),
                                        notice.getKey().knownFrom(),
                                        notice.getValue()))
                .toList();
    }

    /**
     * What changed it at that moment, as in «cn: 国办发明电〔2018〕15号, known from 2018-12-06».
     *
     * @param edition one of {@link #editions()}
     */
    public String noticeOf(Instant edition) {
        String sources =
                notices.stream()
                        .filter(day -> day.knownFrom().equals(edition))
                        .map(NoticedDay::source)
                        .distinct()
                        .collect(Collectors.joining("; "));
        return "%s: %s, known from %s".formatted(name, sources, dateAt(edition));
    }

    /** This calendar, changed by further notices. */
    public WorkingCalendar with(List<Notice> further) {
        var all = new ArrayList<>(notices);
        further.forEach(notice -> all.addAll(notice.noticedDays()));
        return new WorkingCalendar(name, zone, officeHours, all, nextNoticeFrom);
    }

    /** This calendar as it was known then: without the notices published later. */
    public WorkingCalendar knownAt(Instant moment) {
        Instant edition = Instant.MIN;
        for (Instant published : editions) {
            if (published.isAfter(moment)) {
                return earlierEditions.computeIfAbsent(edition, this::edition);
            }
            edition = published;
        }
        return this;
    }

    private WorkingCalendar edition(Instant moment) {
        return new WorkingCalendar(
                name,
                zone,
                officeHours,
                notices.stream().filter(day -> !day.knownFrom().isAfter(moment)).toList(),
                nextNoticeFrom,
                withNotices);
    }

    public boolean isWorkingDay(LocalDate day) {
        return works(day.toEpochDay());
    }

    public DayRule ruleOf(LocalDate day) {
        DayRule noticed = noticedRules.get(day);
        if (noticed != null) {
            return noticed;
        }
        boolean provisional = isProvisional(day);
        return isMondayToFriday(day.toEpochDay())
                ? new DayRule.Weekday(provisional)
                : new DayRule.Weekend(provisional);
    }

    /** The date on the wall of the office at that moment. */
    public LocalDate dateAt(Instant moment) {
        return LocalDate.ofEpochDay(Math.floorDiv(wallSecond(moment), SECONDS_PER_DAY));
    }

    /** Whether the office is open at that moment; at the end of its hours it still is. */
    public boolean isOpenAt(Instant moment) {
        long second = wallSecond(moment);
        return isOfficeTime(second) || (isOfficeTime(second - 1) && moment.getNano() == 0);
    }

    /**
     * The n-th working day after a day, which is not counted itself; that day, if n is 0.
     *
     * @throws IllegalArgumentException if n is negative
     */
    public LocalDate workingDaysAfter(LocalDate from, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("working days are counted forward, not " + n);
        }
        if (n == 0) {
            return from;
        }
        long start = from.toEpochDay();
        long wanted = workingDaysBefore(start + 1) + n;
        // The answer lies between the n-th natural day and a day by which enough have passed.
        long low = start + n;
        long high = low;
        for (long missing; (missing = wanted - workingDaysBefore(high + 1)) > 0; ) {
            low = high + 1;
            high += missing + missing / WORKDAYS_PER_WEEK * 2 + 2;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (workingDaysBefore(middle + 1) >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return LocalDate.ofEpochDay(low);
    }

    /**
     * How many working days there are after one day, up to and including another.
     *
     * @throws IllegalArgumentException if they are in the wrong order
     */
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        long from = fromExclusive.toEpochDay();
        long to = toInclusive.toEpochDay();
        if (to < from) {
            throw new IllegalArgumentException(toInclusive + " is before " + fromExclusive);
        }
        return (int) (workingDaysBefore(to + 1) - workingDaysBefore(from + 1));
    }

    /**
     * The time that passed within the office hours of working days, exact to the nanosecond.
     *
     * @throws IllegalArgumentException if the moments are in the wrong order
     */
    public Duration workingTime(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        long wallFrom = wallSecond(from);
        long wallTo = wallSecond(to);
        long seconds =
                officeSecondsBefore(wallTo)
                        - officeSecondsBefore(wallFrom)
                        + secondsByJumpsUntil(to.getEpochSecond())
                        - secondsByJumpsUntil(from.getEpochSecond());
        long nanos = 0;
        if (to.getNano() != 0 && isOfficeTime(wallTo)) {
            nanos += to.getNano();
        }
        if (from.getNano() != 0 && isOfficeTime(wallFrom)) {
            nanos -= from.getNano();
        }
        return Duration.ofSeconds(seconds, nanos);
    }

    /**
     * The first moment by which this much working time has passed: at the end of a day's office
     * hours rather than at the beginning of the next.
     *
     * @throws IllegalArgumentException if the time is negative, or office hours are never reached
     */
    public Instant workingTimeAfter(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("working time is counted forward, not " + time);
        }
        if (time.isZero()) {
            return from;
        }
        if (officeSecondsPerDay == 0) {
            throw new IllegalArgumentException(name + " has no office hours");
        }
        // Working time never runs backward, so that its first second can be searched by halves.
        long low = from.getEpochSecond();
        long step = SECONDS_PER_DAY;
        long high = low + step;
        while (workingTime(from, Instant.ofEpochSecond(high)).compareTo(time) < 0) {
            low = high;
            step *= 2;
            high += step;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (workingTime(from, Instant.ofEpochSecond(middle)).compareTo(time) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        // Office hours and offset changes are whole seconds: within this one, time runs evenly.
        Instant second = Instant.ofEpochSecond(low);
        Instant base = second.isBefore(from) ? from : second;
        return base.plus(time.minus(workingTime(from, base)));
    }

    /** As in «cn, 13 editions, the last one 2025-11-30T16:00:00Z». */
    @Override
    public String toString() {
        return editions.isEmpty()
                ? name
                : "%s, %d editions, the last one %s"
                        .formatted(name, editions.size(), editions.getLast());
    }

    private boolean isProvisional(LocalDate day) {
        if (!withNotices) {
            return false;
        }
        if (!noticedYears.contains(day.getYear())) {
            return true;
        }
        return nextNoticeFrom != null
                && !MonthDay.from(day).isBefore(nextNoticeFrom)
                && !noticedYears.contains(day.getYear() + 1);
    }

    private boolean works(long epochDay) {
        return workingDaysBefore(epochDay + 1) > workingDaysBefore(epochDay);
    }

    private static boolean isMondayToFriday(long epochDay) {
        return Math.floorMod(epochDay + MONDAY_TO_EPOCH, DAYS_PER_WEEK) < WORKDAYS_PER_WEEK;
    }

    /** The working days before a day, since a Monday long ago; negative before that Monday. */
    private long workingDaysBefore(long epochDay) {
        long days = epochDay + MONDAY_TO_EPOCH;
        long weekdays =
                Math.floorDiv(days, DAYS_PER_WEEK) * WORKDAYS_PER_WEEK
                        + Math.min(Math.floorMod(days, DAYS_PER_WEEK), WORKDAYS_PER_WEEK);
        long noticed = Math.clamp(epochDay - firstNoticedDay, 0, changesBefore.length - 1);
        return weekdays + changesBefore[(int) noticed];
    }

    private static int[] changesBefore(Map<LocalDate, DayRule> rules, long first) {
        long last =
                rules.keySet().stream().mapToLong(LocalDate::toEpochDay).max().orElse(first - 1);
        var changes = new int[Math.toIntExact(last - first + 2)];
        rules.forEach(
                (day, rule) -> {
                    boolean usual = isMondayToFriday(day.toEpochDay());
                    changes[(int) (day.toEpochDay() - first) + 1] =
                            (rule.works() ? 1 : 0) - (usual ? 1 : 0);
                });
        for (int i = 1; i < changes.length; i++) {
            changes[i] += changes[i - 1];
        }
        return changes;
    }

    private long wallSecond(Instant moment) {
        return moment.getEpochSecond() + offsets.getOffset(moment).getTotalSeconds();
    }

    private long officeSecondsBefore(long wallSecond) {
        long day = Math.floorDiv(wallSecond, SECONDS_PER_DAY);
        long seconds = workingDaysBefore(day) * officeSecondsPerDay;
        return works(day)
                ? seconds + officeSecondsUntil(Math.floorMod(wallSecond, SECONDS_PER_DAY))
                : seconds;
    }

    private int officeSecondsUntil(int secondOfDay) {
        int seconds = 0;
        for (OfficeHours open : officeHours) {
            seconds += Math.max(0, Math.min(secondOfDay, open.toSecond()) - open.fromSecond());
        }
        return seconds;
    }

    private boolean isOfficeTime(long wallSecond) {
        int secondOfDay = Math.floorMod(wallSecond, SECONDS_PER_DAY);
        for (OfficeHours open : officeHours) {
            if (secondOfDay >= open.fromSecond() && secondOfDay < open.toSecond()) {
                return works(Math.floorDiv(wallSecond, SECONDS_PER_DAY));
            }
        }
        return false;
    }

    private long secondsByJumpsUntil(long epochSecond) {
        int low = 0;
        int high = jumps.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (jumps[middle] <= epochSecond) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : secondsByJumps[low - 1];
    }

    /** Pairs of an offset change and the office seconds that it adds, in their order. */
    private List<long[]> jumpsWithinOfficeHours() {
        var found = new ArrayList<long[]>();
        for (ZoneOffsetTransition change = offsets.nextTransition(Instant.MIN);
                change != null
                        && change.getDateTimeBefore().getYear() <= LAST_YEAR_OF_OFFSET_CHANGES;
                change = offsets.nextTransition(change.getInstant())) {
            long moment = change.toEpochSecond();
            long added =
                    officeSecondsBefore(moment + change.getOffsetBefore().getTotalSeconds())
                            - officeSecondsBefore(
                                    moment + change.getOffsetAfter().getTotalSeconds());
            if (added != 0) {
                found.add(new long[] {moment, added});
            }
        }
        return found;
    }

    private static void requireNoOverlap(List<OfficeHours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).fromSecond() < hours.get(i - 1).toSecond()) {
                throw new IllegalArgumentException("office hours overlap: " + hours);
            }
        }
    }
}
