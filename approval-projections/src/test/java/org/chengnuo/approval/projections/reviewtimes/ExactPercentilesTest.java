package org.chengnuo.approval.projections.reviewtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.imported;
import static org.chengnuo.approval.projections.intake.Story.importedFiling;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.step;

import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class ExactPercentilesTest {

    @TempDir Path folder;

    /** The smallest value whose cumulative share reaches p percent, by integers alone. */
    private static long percentile(List<Long> sorted, int p) {
        int rank = Math.ceilDiv(sorted.size() * p, 100);
        return sorted.get(rank - 1);
    }

    @Test
    void theRankIsExactForEverySizeOfAGroup() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select n, q[1], q[2], q[3]
                                from (select n, quantile_disc(v, [0.5, 0.9, 0.95]) as q
                                      from (select n, unnest(range(1, n + 1)) as v
                                            from range(1, 2001) as sizes(n))
                                      group by n)
                                """)) {
            int groups = 0;
            while (rows.next()) {
                int n = rows.getInt(1);
                assertThat(new long[] {rows.getLong(2), rows.getLong(3), rows.getLong(4)})
                        .as("n = %d", n)
                        .containsExactly(
                                Math.ceilDiv(n * 50, 100),
                                Math.ceilDiv(n * 90, 100),
                                Math.ceilDiv(n * 95, 100));
                groups++;
            }
            assertThat(groups).isEqualTo(2000);
        }
    }

    @Test
    void aStatisticEqualsThatOfPlainArithmetic() {
        var journal = new TestJournal();
        var random = new Random(20180903);
        var durations = new HashMap<String, List<Long>>();
        Instant first = Instant.parse("2012-01-02T08:00:00Z");
        int number = 0;
        var events = new ArrayList<ProjectEvent>();
        for (int size : new int[] {1, 2, 9, 10, 11, 20, 100, 137, 200}) {
            String importId = "I-" + size;
            for (int i = 0; i < size; i++) {
                long millis = random.nextInt(10) == 0 ? 0 : random.nextLong(1L << 37);
                durations.computeIfAbsent(importId, _ -> new ArrayList<>()).add(millis);
                number++;
                events.add(imported(project(number), first, importId, "case-" + i));
                events.add(importedFiling(filing(number), first, "case-" + i));
                events.add(step(filing(number), first.plusMillis(millis)));
            }
        }
        journal.append(Instant.now(), Map.of("channel", "import"), events);

        Turnaround answer;
        try (var running = new Running(journal, folder, 1000).caughtUp()) {
            answer =
                    running.turnarounds()
                            .answer(Question.of(Measure.SPAN, Clock.CALENDAR).by(Dimension.IMPORT));
        }

        assertThat(answer.groups()).hasSize(durations.size());
        for (Group group : answer.groups()) {
            List<Long> sorted =
                    durations.getOrDefault(String.valueOf(group.key()), List.of()).stream()
                            .sorted()
                            .toList();
            assertThat(group)
                    .isEqualTo(
                            new Group(
                                    List.of(String.valueOf(group.key())),
                                    sorted.size(),
                                    0,
                                    mean(sorted),
                                    seconds(percentile(sorted, 50)),
                                    seconds(percentile(sorted, 90)),
                                    seconds(percentile(sorted, 95)),
                                    seconds(sorted.getLast())));
        }
    }

    private static BigDecimal mean(List<Long> millis) {
        BigInteger sum =
                millis.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(sum)
                .divide(BigDecimal.valueOf(1000L * millis.size()), 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }
}
