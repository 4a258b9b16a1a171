package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.projections.conduct.Conduct;
import org.chengnuo.approval.projections.conduct.ConductFindings;
import org.chengnuo.approval.projections.conduct.ConductRule;
import org.chengnuo.approval.projections.conduct.ConductThresholds;
import org.chengnuo.approval.projections.conduct.Finding;
import org.chengnuo.approval.projections.conduct.Severity;
import org.chengnuo.approval.projections.intake.Batch;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Places;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.RecordedEvent;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Precision and recall of the conduct rules: what the simulator planted over many seeds, against
 * what is found in the record that came of it. The rules see nothing but that record: {@code
 * deploy/benchmark ConductBenchmark 101 24 160}.
 *
 * <p>The arguments are the first seed, the number of seeds and of projects per seed. The rules were
 * graded while looking at seeds 1 to 3; the others had not been seen.
 */
final class ConductBenchmark {

    private static final Question EVERYTHING = Question.of(Measure.REVIEW, Clock.WORKING);

    private static final Set<ConductRule> SINGLE_STOPS =
            EnumSet.of(
                    ConductRule.STOP_NEAR_THE_LIMIT,
                    ConductRule.STOP_RECORDED_LATE,
                    ConductRule.STOP_MATCHES_OVERRUN);

    private static final int BATCH = 5_000;

    private ConductBenchmark() {}

    /** What of the planted a rule is to find, and in which findings it counts as found. */
    private enum Row {
        STOP_NEAR_THE_LIMIT(ConductRule.STOP_NEAR_THE_LIMIT, Planted.Kind.STOP_IN_THE_LAST_TENTH),
        STOP_RECORDED_LATE(ConductRule.STOP_RECORDED_LATE, Planted.Kind.STOP_RECORDED_LATE),
        STOP_MATCHES_OVERRUN(ConductRule.STOP_MATCHES_OVERRUN, Planted.Kind.STOP_MATCHES_OVERRUN),
        REPEATED_STOPS(ConductRule.REPEATED_STOPS, Planted.Kind.REPEATED_STOPS),
        STOP_WITHOUT_RESULT(ConductRule.STOP_WITHOUT_RESULT, Planted.Kind.STOP_WITHOUT_RESULT),
        CORRECTION_ON_THE_LAST_DAY(
                ConductRule.CORRECTION_ON_THE_LAST_DAY, Planted.Kind.PARKED_CORRECTION),
        ACCEPTANCE_PARKED(
                ConductRule.ACCEPTANCE_PARKED,
                Planted.Kind.DEEMED_ACCEPTANCE,
                Planted.Kind.HIDDEN_TIME),
        OUTSIDE_HOURS(ConductRule.OUTSIDE_HOURS, Planted.Kind.OUTSIDE_HOURS),
        BURST_OF_BACK_ENTRIES(ConductRule.BURST_OF_BACK_ENTRIES, Planted.Kind.BURST_OF_ENTRIES),
        HEAPING_AT_THE_LIMIT(ConductRule.HEAPING_AT_THE_LIMIT, Planted.Kind.LAST_DAY_DECISION);

        private final ConductRule rule;
        private final Set<Planted.Kind> kinds;

        Row(ConductRule rule, Planted.Kind... kinds) {
            this.rule = rule;
            this.kinds = Set.of(kinds);
        }
    }

    /** Of one rule, over all seeds. */
    private static final class Score {

        private int planted;
        private int recalled;
        private int found;
        private int right;

        /** By what they are told apart: a filing, an act, a center. */
        void add(Set<?> plantedKeys, Set<?> foundKeys) {
            var both = new HashSet<Object>(plantedKeys);
            both.retainAll(foundKeys);
            planted += plantedKeys.size();
            recalled += both.size();
            found += foundKeys.size();
            right += both.size();
        }

        void add(List<Burst> plantedBursts, List<Burst> foundBursts) {
            planted += plantedBursts.size();
            found += foundBursts.size();
            recalled += overlapping(plantedBursts, foundBursts);
            right += overlapping(foundBursts, plantedBursts);
        }

        private static int overlapping(List<Burst> bursts, List<Burst> others) {
            return (int)
                    bursts.stream().filter(one -> others.stream().anyMatch(one::overlaps)).count();
        }

        String line(String name) {
            return "| %s | %d | %d | %s | %s |"
                    .formatted(name, planted, found, share(right, found), share(recalled, planted));
        }

        private static String share(int part, int whole) {
            return whole == 0 ? "–" : "%.3f".formatted((double) part / whole);
        }
    }

    private record Act(String filing, Instant occurredAt) {}

    private record Burst(String center, Instant from, Instant to) {
        boolean overlaps(Burst other) {
            return center.equals(other.center)
                    && !from.isAfter(other.to)
                    && !to.isBefore(other.from);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int first = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 101;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
        int projects = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 160;
        var scores = new LinkedHashMap<String, Score>();
        long filings = 0;
        long events = 0;
        for (int seed = first; seed < first + seeds; seed++) {
            ThreeYears years = ThreeYears.of(seed, projects);
            List<RecordedEvent> record = PaperOffice.carryOut(years);
            filings += PaperOffice.filings(record).size();
            events += record.size();
            List<Finding> findings = findings(record);
            for (Row row : Row.values()) {
                score(
                        row,
                        years.planted(),
                        of(findings, row.rule, Severity.LOW),
                        row.name(),
                        scores);
                score(
                        row,
                        years.planted(),
                        of(findings, row.rule, Severity.HIGH),
                        row.name() + ", high",
                        scores);
            }
            scores.computeIfAbsent(
                            "an invented stop, by any of the first three, high", _ -> new Score())
                    .add(
                            filings(years.planted(), Set.of(Planted.Kind.INVENTED_STOP)),
                            filings(
                                    findings.stream()
                                            .filter(found -> found.severity() == Severity.HIGH)
                                            .filter(found -> SINGLE_STOPS.contains(found.rule()))
                                            .toList()));
        }
        System.out.printf("%d seeds, %d filings, %d events%n%n", seeds, filings, events);
        System.out.println("| rule | planted | found | precision | recall |");
        System.out.println("|---|---:|---:|---:|---:|");
        scores.forEach(
                (name, score) -> {
                    if (score.found > 0) {
                        System.out.println(score.line(name));
                    }
                });
    }

    private static List<Finding> of(List<Finding> findings, ConductRule rule, Severity least) {
        return findings.stream()
                .filter(found -> found.rule() == rule && found.severity().compareTo(least) >= 0)
                .toList();
    }

    private static void score(
            Row row,
            List<Planted> planted,
            List<Finding> findings,
            String name,
            Map<String, Score> scores) {
        Score score = scores.computeIfAbsent(name, _ -> new Score());
        switch (row) {
            case OUTSIDE_HOURS ->
                    score.add(
                            keys(planted, row.kinds, ConductBenchmark::act),
                            new HashSet<>(findings.stream().map(ConductBenchmark::act).toList()));
            case BURST_OF_BACK_ENTRIES ->
                    score.add(
                            planted.stream()
                                    .filter(one -> row.kinds.contains(one.kind()))
                                    .map(
                                            one ->
                                                    new Burst(
                                                            one.center().value(),
                                                            one.occurredAt(),
                                                            one.recordedAt()))
                                    .toList(),
                            findings.stream().map(ConductBenchmark::burst).toList());
            case HEAPING_AT_THE_LIMIT ->
                    score.add(
                            keys(planted, row.kinds, one -> one.center().value()),
                            new HashSet<>(findings.stream().map(Finding::center).toList()));
            default -> score.add(filings(planted, row.kinds), filings(findings));
        }
    }

    private static <T> Set<T> keys(
            List<Planted> planted, Set<Planted.Kind> kinds, Function<Planted, T> key) {
        return new HashSet<>(
                planted.stream().filter(one -> kinds.contains(one.kind())).map(key).toList());
    }

    private static Set<String> filings(List<Planted> planted, Set<Planted.Kind> kinds) {
        return keys(planted, kinds, one -> filing(one).toString());
    }

    private static FilingId filing(Planted planted) {
        return Objects.requireNonNull(planted.filing());
    }

    private static Set<String> filings(List<Finding> findings) {
        return new HashSet<>(
                findings.stream().map(Finding::filing).filter(Objects::nonNull).toList());
    }

    private static Act act(Planted planted) {
        return new Act(filing(planted).toString(), planted.occurredAt());
    }

    private static Act act(Finding finding) {
        return new Act(
                Objects.requireNonNull(finding.filing()),
                finding.evidence().getFirst().occurredAt());
    }

    private static Burst burst(Finding finding) {
        List<Instant> entered =
                finding.evidence().stream().map(Finding.Evidence::recordedAt).sorted().toList();
        return new Burst(finding.center(), entered.getFirst(), entered.getLast());
    }

    /** All that is found in a record, which is taken in as the program does it. */
    private static List<Finding> findings(List<RecordedEvent> record) throws IOException {
        Path folder = Files.createTempDirectory("conduct");
        var rules = new Rulebook(ShippedCalendars::named, () -> Policies.SHIPPED);
        // Nothing is parked, so that no database is asked.
        var parked = new ParkedEvents(new PGSimpleDataSource());
        try (ReviewTimes times = new ReviewTimes(StatisticsSettings.usual(folder), parked, rules)) {
            // Closed with the review times.
            ReadModel.Build build = times.replace(UUID.randomUUID());
            for (int from = 0; from < record.size(); from += BATCH) {
                List<RecordedEvent> events =
                        record.subList(from, Math.min(record.size(), from + BATCH));
                build.apply(
                        new Batch(
                                events,
                                List.of(),
                                Places.start(1),
                                Places.at(events.getLast().position())));
            }
            var conduct = new Conduct(times, rules, ConductThresholds.USUAL);
            var all = new ArrayList<Finding>();
            ConductFindings page;
            do {
                page =
                        conduct.findings(
                                EVERYTHING,
                                EnumSet.allOf(ConductRule.class),
                                Severity.LOW,
                                all.size(),
                                Conduct.LARGEST_PAGE);
                all.addAll(page.findings());
            } while (all.size() < page.n());
            return all;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
