package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.projections.conduct.ConductSummary.OfCenter;
import org.chengnuo.approval.projections.conduct.ConductSummary.OfRule;
import org.chengnuo.approval.projections.conduct.Finding.Evidence;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks through the record for what a supervisor should look at. */
public final class Conduct {

    /** The most findings that a page may have. */
    public static final int LARGEST_PAGE = 200;

    private static final int FARTHEST_PAGE = 100_000;

    /** No rate of fewer filings. */
    private static final int FEWEST = 5;

    private final ReviewTimes times;
    private final Rulebook rules;
    private final ConductThresholds thresholds;

    public Conduct(ReviewTimes times, Rulebook rules, ConductThresholds thresholds) {
        this.times = times;
        this.rules = rules;
        this.thresholds = thresholds;
    }

    public List<ConductRule.Meaning> rules() {
        return Arrays.stream(ConductRule.values()).map(ConductRule::meaning).toList();
    }

    /**
     * @param question of which the period, the filter and the position count
     * @param of the rules that are looked by
     * @param least the least severity of the findings
     * @param offset how many to leave out, at most 100 000
     * @param limit 1 to {@value #LARGEST_PAGE}
     * @throws org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable if there are no
     *     facts now
     */
    public ConductFindings findings(
            Question question, Set<ConductRule> of, Severity least, int offset, int limit) {
        return times.read(
                (connection, reached) -> {
                    var detection = new Detection(connection, question, thresholds, rules);
                    Sql found =
                            Sql.compose(
                                    "select * from ({}) where severity >= {}",
                                    detection.findings(of, heaping(connection, detection, of)),
                                    Sql.of("?", least.ordinal()));
                    long n =
                            Sql.compose("{} select count(*) from ({})", detection.common(), found)
                                    .query(connection, row -> row.getLong(1))
                                    .getFirst();
                    return new ConductFindings(
                            Scope.CAUTION,
                            Scope.of(question, thresholds),
                            reached,
                            n,
                            page(
                                    connection,
                                    detection,
                                    found,
                                    Math.clamp(offset, 0, FARTHEST_PAGE),
                                    Math.clamp(limit, 1, LARGEST_PAGE)));
                });
    }

    private List<Heaping> heaping(
            Connection connection, Detection detection, Collection<ConductRule> of)
            throws SQLException {
        return of.contains(ConductRule.HEAPING_AT_THE_LIMIT)
                ? Heaping.test(detection.lastDays(connection), thresholds)
                : List.of();
    }

    private List<Finding> page(
            Connection connection, Detection detection, Sql found, int offset, int limit)
            throws SQLException {
        record Line(long number, Finding finding, @Nullable Evidence evidence) {}
        List<Line> lines =
                Sql.compose(
                                """
                                {}, page as materialized (
                                    select row_number() over (order by severity desc,
                                        shown_on desc, rule, center, filing, moments) as number, *
                                    from ({}) qualify number > %1$d and number <= %2$d
                                ), evidence as (
                                    select p.number, a.transaction_id, a.index, a.filing, a.name,
                                        a.occurred_at, a.recorded_at,
                                        count(*) over (partition by p.number) as n
                                    from (select *, unnest(members) as member from page) p
                                    join acts a on a.filing = p.member
                                    where (p.names is null or list_contains(p.names, a.name))
                                        and (p.moments is null
                                            or list_contains(p.moments, a.occurred_at))
                                        and (p.entered_from is null or a.long_after
                                            and a.recorded_at between p.entered_from
                                                and p.entered_to)
                                    qualify row_number() over (partition by p.number
                                        order by a.transaction_id, a.index) <= %3$d
                                )
                                select p.number, p.rule, p.severity, p.zone, p.center, p.item,
                                    p.filing, p.shown_on, p.a, p.b, p.c, p.d, p.unit, p.word, e.n,
                                    e.transaction_id, e.index, e.filing, e.name, e.occurred_at,
                                    e.recorded_at
                                from page p left join evidence e on e.number = p.number
                                order by p.number, e.transaction_id, e.index
                                """
                                        .formatted(offset, offset + limit, Finding.MOST_EVIDENCE),
                                detection.common(),
                                found)
                        .query(
                                connection,
                                row -> new Line(row.getLong(1), finding(row), evidence(row)));
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                Line::number, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(
                        of ->
                                of.getFirst()
                                        .finding()
                                        .with(
                                                of.stream()
                                                        .map(Line::evidence)
                                                        .filter(Objects::nonNull)
                                                        .toList()))
                .toList();
    }

    private Finding finding(ResultSet row) throws SQLException {
        ConductRule rule = ConductRule.valueOf(row.getString(2));
        String filing = row.getString(7);
        var wording =
                new Wording(
                        row.getString(5),
                        row.getString(6),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getString(13),
                        row.getString(14),
                        thresholds);
        return new Finding(
                rule,
                Severity.values()[row.getInt(3)],
                row.getString(4),
                row.getString(5),
                filing == null ? null : FilingId.of(filing).project().toString(),
                filing,
                row.getString(6),
                row.getObject(8, LocalDate.class),
                wording.sentence(rule),
                wording.figures(rule),
                List.of(),
                row.getLong(15));
    }

    private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
        return row.getString(19) == null
                ? null
                : new Evidence(
                        new Position(row.getLong(16), row.getLong(17)),
                        row.getString(18),
                        row.getString(19),
                        Sql.instant(row, 20),
                        Sql.instant(row, 21));
    }

    /**
     * @param question of which the period, the filter and the position count
     * @throws org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable if there are no
     *     facts now
     */
    public ConductSummary summary(Question question) {
        return times.read((connection, reached) -> summary(connection, reached, question));
    }

    private ConductSummary summary(Connection connection, Position reached, Question question)
            throws SQLException {
        var all = EnumSet.allOf(ConductRule.class);
        var detection = new Detection(connection, question, thresholds, rules);
        List<Heaping> heaping = heaping(connection, detection, all);
        Map<String, Long> filings =
                Sql.compose("{} {}", detection.common(), detection.filingsOfCenters())
                        .query(connection, row -> Map.entry(row.getString(1), row.getLong(2)))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        Long::sum,
                                        TreeMap::new));
        var counts = new EnumMap<ConductRule, Map<String, Count>>(ConductRule.class);
        List<Sql> parts = List.of(detection.common(), detection.findings(all, heaping));
        Sql.compose(
                        """
                        {}, found as materialized ({})
                        select rule, center, low, medium, high, filings
                        from (
                            select rule, center, count(*) filter (severity = 0) as low,
                                count(*) filter (severity = 1) as medium,
                                count(*) filter (severity = 2) as high
                            from found group by all
                        )
                        join (
                            select rule, center, count(distinct member) as filings
                            from (select rule, center, unnest(members) as member from found)
                            group by all
                        ) using (rule, center)
                        """,
                        parts.toArray(Sql[]::new))
                .query(
                        connection,
                        row ->
                                counts.computeIfAbsent(
                                                ConductRule.valueOf(row.getString(1)),
                                                _ -> new TreeMap<>())
                                        .put(
                                                row.getString(2),
                                                new Count(
                                                        List.of(
                                                                row.getLong(3),
                                                                row.getLong(4),
                                                                row.getLong(5)),
                                                        row.getLong(6))));
        return new ConductSummary(
                Scope.CAUTION,
                Scope.of(question, thresholds),
                reached,
                ConductSummary.TEST,
                all.stream()
                        .map(rule -> ofRule(rule, filings, counts.getOrDefault(rule, Map.of())))
                        .toList(),
                Heaping.TEST,
                heaping);
    }

    /**
     * @param bySeverity the findings of each severity, in the order of the severities
     */
    private record Count(List<Long> bySeverity, long filings) {

        static final Count NONE = new Count(List.of(0L, 0L, 0L), 0);

        long findings() {
            return bySeverity.stream().mapToLong(Long::longValue).sum();
        }
    }

    private static Map<Severity, Long> bySeverity(Collection<Count> counts) {
        var all = new EnumMap<Severity, Long>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(
                    severity,
                    counts.stream()
                            .mapToLong(count -> count.bySeverity().get(severity.ordinal()))
                            .sum());
        }
        return all;
    }

    private OfRule ofRule(ConductRule rule, Map<String, Long> filings, Map<String, Count> counts) {
        List<String> centers = List.copyOf(filings.keySet());
        long all = filings.values().stream().mapToLong(Long::longValue).sum();
        long found = counts.values().stream().mapToLong(Count::filings).sum();
        var rates = new TreeMap<String, BigDecimal>();
        var p = new TreeMap<String, Double>();
        for (String center : centers) {
            long of = filings.getOrDefault(center, 0L);
            long with = counts.getOrDefault(center, Count.NONE).filings();
            if (of >= FEWEST) {
                rates.put(center, per100(with, of));
                if (centers.size() > 1) {
                    p.put(center, PeerTest.moreThanPeers(with, of, found - with, all - of));
                }
            }
        }
        double[] corrected =
                PeerTest.holm(p.values().stream().mapToDouble(Double::doubleValue).toArray());
        List<String> tested = List.copyOf(p.keySet());
        var ofCenters = new ArrayList<OfCenter>();
        for (String center : centers) {
            Count count = counts.getOrDefault(center, Count.NONE);
            int place = tested.indexOf(center);
            Double own = p.get(center);
            ofCenters.add(
                    new OfCenter(
                            center,
                            count.findings(),
                            count.filings(),
                            filings.getOrDefault(center, 0L),
                            rates.get(center),
                            medianOfPeers(center, rates),
                            own == null ? null : PeerTest.rounded(own),
                            own == null ? null : PeerTest.rounded(corrected[place]),
                            own != null
                                    && corrected[place] < thresholds.significance().doubleValue()));
        }
        return new OfRule(
                rule,
                rule.meaning().title(),
                counts.values().stream().mapToLong(Count::findings).sum(),
                bySeverity(counts.values()),
                ofCenters);
    }

    private static BigDecimal per100(long part, long whole) {
        return BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal medianOfPeers(
            String center, Map<String, BigDecimal> rates) {
        List<BigDecimal> peers =
                rates.entrySet().stream()
                        .filter(rate -> !rate.getKey().equals(center))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList();
        if (peers.isEmpty()) {
            return null;
        }
        int middle = peers.size() / 2;
        return peers.size() % 2 == 1
                ? peers.get(middle)
                : peers.get(middle - 1)
                        .add(peers.get(middle))
                        .divide(BigDecimal.TWO, 4, RoundingMode.HALF_UP);
    }
}
