package org.chengnuo.approval.projections.benchmarks;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.whatif.Limit;
import org.chengnuo.approval.projections.whatif.Supposition;
import org.chengnuo.approval.projections.whatif.Suppositions;
import org.chengnuo.approval.projections.whatif.WhatIf;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What-if over a million decided filings, beside the plain read of the same columns: {@code
 * deploy/benchmark WhatIfBenchmark 1000000}.
 *
 * <p>The facts are made up straight in DuckDB; the judgement that is stored with them is drawn, not
 * counted, so that the rates mean nothing and only the time does.
 */
public final class WhatIfBenchmark {

    private static final int RUNS = 3;

    private WhatIfBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int filings = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("what-if");
        var times =
                new ReviewTimes(
                        StatisticsSettings.usual(folder),
                        new ParkedEvents(new DriverManagerDataSource()),
                        new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED));
        try {
            UUID journal = UUID.randomUUID();
            times.replace(journal).close();
            makeUp(folder.resolve("reviewtimes.duckdb"), filings);
            times.open(journal);
            measure(new Suppositions(times, ShippedCalendars::named), times, filings);
        } finally {
            times.close();
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void measure(Suppositions suppositions, ReviewTimes times, int filings) {
        Question all = Question.of(Measure.REVIEW, Clock.WORKING);
        Question zonesAndMonths = all.by(Dimension.ZONE, Dimension.MONTH);
        System.out.printf(
                "%d decided filings, %d processors, median and worst of %d runs in ms,"
                        + " and the processor time of one%n",
                filings, Runtime.getRuntime().availableProcessors(), RUNS);
        time("plain read of the same columns", () -> plainRead(times));
        Supposition[] each = {
            Supposition.NONE.withoutStops(),
            Supposition.NONE.stoppedOnlyBy(Set.of(StopGround.HEARING, StopGround.EXPERT_REVIEW)),
            Supposition.NONE.withoutExtension(true),
            Supposition.NONE.within(TimeLimit.workingDays(9), null),
            Supposition.NONE.byCalendarAsKnownAt(Instant.parse("2018-12-31T00:00:00Z")),
            Supposition.NONE.byCalendar("mon-fri-7-17-amsterdam"),
            Supposition.NONE.withDeemedAcceptance(true),
            Supposition.NONE
                    .byCalendarAsKnownAt(Instant.parse("2018-12-31T00:00:00Z"))
                    .within(TimeLimit.workingDays(9), null)
                    .stoppedOnlyBy(Set.of(StopGround.HEARING))
                    .withoutExtension(true)
                    .withDeemedAcceptance(true)
        };
        for (Supposition supposition : each) {
            String words =
                    supposition.words().size() > 1
                            ? "all of that"
                            : supposition.words().getFirst().en();
            time(words, () -> suppositions.answer(all, supposition, Limit.PROMISED));
        }
        time(
                "all of that, by zone and month",
                () -> suppositions.answer(zonesAndMonths, each[each.length - 1], Limit.PROMISED));
        time(
                "all of that, a page of those that flip",
                () ->
                        suppositions.filings(
                                all,
                                java.util.List.of(),
                                each[each.length - 1],
                                Limit.PROMISED,
                                null,
                                0,
                                50));
    }

    private static void time(String what, Supplier<Object> run) {
        var millis = new long[RUNS];
        Object answer = "";
        long usedBefore = processorNanos();
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            answer = run.get();
            millis[i] = (System.nanoTime() - begun) / 1_000_000;
        }
        long processor = (processorNanos() - usedBefore) / 1_000_000 / RUNS;
        Arrays.sort(millis);
        String flips =
                answer instanceof WhatIf whatIf && whatIf.groups().size() == 1
                        ? whatIf.groups().getFirst().claimed().toString()
                        : "";
        System.out.printf(
                "%6d %6d %6d  %.60s %s%n",
                millis[RUNS / 2], millis[RUNS - 1], processor, what, flips);
    }

    /** Of all threads: what a run would take on one idle processor. */
    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** What any program has to read of these filings before it can count anything. */
    private static Long plainRead(ReviewTimes times) {
        Sql facts =
                Sql.of(
                        """
                        select filing, epoch_us(accepted_at), epoch_us(decided_at),
                            epoch_us(received_at), epoch_us(requested_at), promised, extension,
                            epoch_us(extended_at), epoch_us(extension_recorded_at), late_after,
                            promised_claimed, promised_attested, stops
                        from fact where promised_claimed is not null
                        """);
        Sql stops =
                Sql.of(
                        """
                        select filing, ground, epoch_us(begun_at), epoch_us(ended_at),
                            epoch_us(recorded_at), notice
                        from stop
                        """);
        return times.read(
                (connection, _) -> {
                    long[] sum = new long[1];
                    facts.forEach(
                            connection,
                            row -> {
                                sum[0] += row.getString(1).length();
                                for (int i = 2; i <= 10; i++) {
                                    sum[0] += row.getLong(i);
                                }
                                sum[0] += row.getBoolean(11) == row.getBoolean(12) ? 1 : 0;
                                sum[0] += row.getInt(13);
                            });
                    stops.forEach(
                            connection,
                            row ->
                                    sum[0] +=
                                            row.getString(1).length()
                                                    + row.getString(2).length()
                                                    + row.getLong(3)
                                                    + row.getLong(4)
                                                    + row.getLong(5)
                                                    + row.getString(6).length());
                    return sum[0];
                });
    }

    /** A fifth of the filings is stopped, some of them twice; one in twenty is extended. */
    private static void makeUp(Path file, int filings) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("set preserve_insertion_order = false");
            statement.execute("set memory_limit = '1GB'");
            statement.execute(
                    """
                    insert into fact by name
                    with drawn as (
                        select i, hash(i) as a, hash(i + 1000000007) as b, hash(i + 3000000019) as c
                        from range(%d) t(i)),
                    dated as (
                        select *, timestamp '2016-01-04 01:00:00'
                                + to_minutes((a %% 4500000)::bigint) as received,
                            (b %% 20 = 0) as extended,
                            case when c %% 5 > 0 then 0 when c %% 25 = 0 then 2 else 1 end as stops,
                            [5, 7, 10, 15, 20][1 + (b %% 5)::integer] as promised
                        from drawn),
                    decided as (
                        select *, received + to_minutes((b %% 12000)::bigint) as accepted from dated)
                    select i as known_from, accepted as known_at,
                        ('00000000-0000-7000-8000-' || printf('%%012x', i))::uuid as project,
                        '00000000-0000-7000-8000-' || printf('%%012x', i) || '-1' as filing,
                        'LF-' || (a %% 93) as zone, 'item-' || (b %% 30) as item,
                        'KEPT_APPROVAL' as item_class, 'C-' || (a %% 20) as center,
                        'PROMISED' as kind, '2018' as edition, false as agent, false as imported,
                        false as deemed, 'DECIDED' as state, 'cn' as calendar,
                        received as first_at, accepted as last_at, received::date as first_on,
                        accepted::date as last_on, received as received_at,
                        received::date as received_on, accepted as accepted_at,
                        accepted::date as accepted_on,
                        case when c %% 10 = 0 then received + interval 1 day end as requested_at,
                        accepted + to_minutes((c %% 40000)::bigint) as decided_at,
                        (accepted + to_minutes((c %% 40000)::bigint))::date as decided_on,
                        0 as span_calendar, 0 as span_working,
                        promised, 'WD' as promised_unit, promised * 2 as statutory,
                        'WD' as statutory_unit,
                        case when extended then 10 end as extension,
                        case when extended then 'WD' end as extension_unit,
                        case when extended then accepted + interval 1 day end as extended_at,
                        case when extended then accepted + interval 1 day end
                            as extension_recorded_at,
                        86400000 as late_after, stops,
                        c %% 40000 < promised * 2000 as promised_claimed,
                        c %% 40000 < promised * 1900 as promised_attested,
                        c %% 40000 < promised * 4000 as statutory_claimed,
                        c %% 40000 < promised * 3900 as statutory_attested
                    from decided
                    """
                            .formatted(filings));
            statement.execute(
                    """
                    insert into stop by name
                    select project, filing, known_from, n as number,
                        ['EXPERT_REVIEW', 'HEARING', 'TESTING', 'APPRAISAL'][
                            1 + (hash(filing, n) %% 4)::integer] as ground,
                        accepted_at + to_days(n::integer) as begun_at,
                        accepted_at + to_days(n::integer)
                            + to_hours((hash(filing) %% 200)::bigint) as ended_at,
                        accepted_at + to_days(n::integer)
                            + to_hours((hash(n, filing) %% 40)::bigint) as recorded_at,
                        'N-1' as notice
                    from fact, range(1, 3) t(n) where n <= stops
                    """
                            .formatted());
            statement.execute("checkpoint");
        }
    }
}
