package org.chengnuo.approval.projections.certificates;

import org.chengnuo.approval.projections.certificates.Verification.Compared;
import org.chengnuo.approval.projections.certificates.Verification.Verdict;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.intake.EventFeed;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.Reach;
import org.chengnuo.approval.projections.intake.StoreFailure;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

/**
 * The published figures. They are appended and never changed; what was wrong is superseded by
 * another one, which says why.
 */
public final class Certificates {

    /** By whose year they are numbered. */
    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private static final String SELECT =
            """
            select c.number, c.content, c.hash, c.supersedes, s.number as superseded_by
            from journal.certificate c left join journal.certificate s on s.supersedes = c.number
            """;

    private static final String OF_NUMBER = "where c.number = ?";

    private static final String BEFORE =
            """
            where c.id < (select id from journal.certificate where number = ?)
            order by c.id desc limit 1
            """;

    private static final String AFTER =
            """
            where c.id > (select id from journal.certificate where number = ?)
            order by c.id limit 1
            """;

    private final DataSource journal;
    private final EventFeed feed;
    private final ReviewTimes times;
    private final Reach reach;
    private final RulesReader rules;
    private final Map<String, FigureKind> kinds = new LinkedHashMap<>();
    private final String program;

    /**
     * @param program its version
     */
    public Certificates(
            DataSource journal,
            EventFeed feed,
            ReviewTimes times,
            Editions editions,
            List<FigureKind> kinds,
            String program) {
        this.journal = journal;
        this.feed = feed;
        this.times = times;
        this.reach = new Reach(journal);
        this.rules = new RulesReader(times, editions);
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.program = program;
    }

    /**
     * Computes the figure as of the position reached, or of the earlier one that {@code asOf} among
     * the parameters names, and keeps it.
     *
     * @param by the user who publishes
     * @throws IllegalArgumentException if the figure or one of its parameters is not right, or
     *     there is no certificate that it could supersede
     * @throws AlreadySuperseded if another one has superseded that already
     */
    public Published publish(Publication asked, String by, Instant at) throws AlreadySuperseded {
        FigureKind kind = kinds.get(asked.figure());
        if (kind == null) {
            throw new IllegalArgumentException(
                    "figure: there is no figure «%.64s» to publish, only %s"
                            .formatted(asked.figure(), String.join(", ", kinds.keySet())));
        }
        var parameters = new TreeMap<>(asked.parameters());
        Position position = position(parameters.remove("asOf"));
        Figure figure = kind.compute(parameters, AsOf.at(position));
        try (Connection connection = journal.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Published published =
                        append(connection, asked, parameters, figure, position, by, at);
                connection.commit();
                return published;
            } finally {
                // Of nothing, after the commit.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreFailure("publishing a certificate", e);
        }
    }

    private Position position(@Nullable List<String> asOf) {
        Position reached = reached();
        if (asOf == null || asOf.equals(List.of("now"))) {
            return reached;
        }
        String text = String.join(",", asOf);
        if (!(AsOf.of(text) instanceof AsOf.At(long transaction))) {
            throw new IllegalArgumentException(
                    "asOf: a figure is published as of a position of the journal, as in 1234:56,"
                            + " not of a moment: «%.64s»".formatted(text));
        }
        if (transaction > reached.transaction()) {
            throw new IllegalArgumentException(
                    "asOf: the figures have come to the position %s, not to %.64s"
                            .formatted(reached, text));
        }
        return transaction == reached.transaction() ? reached : new Position(transaction, 0);
    }

    private Published append(
            Connection connection,
            Publication asked,
            Map<String, List<String>> parameters,
            Figure figure,
            Position position,
            String by,
            Instant at)
            throws SQLException, AlreadySuperseded {
        // One after the other: so that no number is left out, and each knows the one before it.
        try (Statement lock = connection.createStatement()) {
            lock.execute("lock table journal.certificate in share row exclusive mode");
        }
        String supersedes = asked.supersedes();
        if (supersedes != null) {
            requireInForce(connection, supersedes);
        }
        List<Published> last = select(connection, SELECT + "order by c.id desc limit 1");
        var certificate =
                new Certificate(
                        nextNumber(connection, at),
                        asked.title() == null ? figure.title() : asked.title(),
                        asked.figure(),
                        parameters,
                        CanonicalJson.tree(figure.definition()),
                        spelled(figure),
                        figure.columns(),
                        CanonicalJson.tree(figure.rows()),
                        feed.journal(),
                        position,
                        CanonicalJson.tree(rules.known(connection, figure.filter(), position)),
                        program,
                        by,
                        at,
                        supersedes,
                        asked.reason(),
                        last.isEmpty() ? null : last.getFirst().hash());
        String content = CanonicalJson.of(certificate);
        String hash = CanonicalJson.hash(content);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into journal.certificate (number, content, hash, supersedes)"
                                + " values (?, ?, ?, ?)")) {
            insert.setString(1, certificate.number());
            insert.setString(2, content);
            insert.setString(3, hash);
            insert.setString(4, supersedes);
            insert.executeUpdate();
        }
        return new Published(certificate.number(), content, hash, supersedes, null);
    }

    private static String nextNumber(Connection connection, Instant at) throws SQLException {
        int year = at.atZone(OFFICE).getYear();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select count(*) from journal.certificate where number like ?")) {
            query.setString(1, year + "-%");
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return "%d-%04d".formatted(year, row.getLong(1) + 1);
            }
        }
    }

    private static void requireInForce(Connection connection, String number)
            throws SQLException, AlreadySuperseded {
        List<Published> found = select(connection, SELECT + OF_NUMBER, number);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "supersedes: there is no certificate «%.64s»".formatted(number));
        }
        String by = found.getFirst().supersededBy();
        if (by != null) {
            throw new AlreadySuperseded(number, by);
        }
    }

    private static Map<String, String> spelled(Figure figure) {
        var filter = new TreeMap<String, String>();
        figure.filter().values().forEach((dimension, value) -> filter.put(dimension.word(), value));
        return filter;
    }

    /** What can be published. */
    public Set<String> figures() {
        return Collections.unmodifiableSet(kinds.keySet());
    }

    /** All, the latest first. */
    public List<Published> all() {
        return asked(SELECT + "order by c.id desc");
    }

    public Optional<Published> find(String number) {
        return asked(SELECT + OF_NUMBER, number).stream().findFirst();
    }

    /**
     * Computes a published figure again as of its position. What was tampered with is not computed,
     * for nobody knows what it was.
     */
    public Verification verify(Published published) {
        var hash = Compared.of(published.hash(), published.hashOfContent());
        if (!hash.same() || !isInItsPlace(published)) {
            return Verification.of(
                    published.number(),
                    Verdict.TAMPERED,
                    null,
                    hash,
                    null,
                    List.of(),
                    List.of(),
                    hash.same()
                            ? "its number, or the chain of the hashes, was changed"
                            : "its content is not that of its hash");
        }
        Certificate certificate = published.certificate();
        var programs = Compared.of(certificate.program(), program);
        FigureKind kind = kinds.get(certificate.figure());
        String because = null;
        if (kind == null) {
            because = "this program has no figure " + certificate.figure();
        } else if (!certificate.journal().equals(feed.journal())) {
            because = "it tells of another journal, " + certificate.journal();
        } else if (certificate.position().transaction() > reached().transaction()) {
            because = "the facts have not yet come to its position; ask again later";
        }
        if (because != null || kind == null) {
            return Verification.of(
                    published.number(),
                    Verdict.NOT_COMPUTABLE,
                    certificate.position(),
                    hash,
                    programs,
                    List.of(),
                    List.of(),
                    because);
        }
        Figure figure = kind.compute(certificate.parameters(), AsOf.at(certificate.position()));
        List<Difference> differences =
                Difference.between(
                        "/result", certificate.result(), CanonicalJson.tree(figure.rows()));
        return Verification.of(
                published.number(),
                differences.isEmpty() ? Verdict.EQUAL : Verdict.DIFFERENT,
                certificate.position(),
                hash,
                programs,
                differences,
                Difference.between(
                        "/rules",
                        certificate.rules(),
                        CanonicalJson.tree(rulesNow(figure, certificate.position()))),
                null);
    }

    private Position reached() {
        return reach.of(times.read((_, position) -> position));
    }

    private RulesKnown rulesNow(Figure figure, Position position) {
        try (Connection connection = journal.getConnection()) {
            return rules.known(connection, figure.filter(), position);
        } catch (SQLException e) {
            throw new StoreFailure("asking for the rules of a certificate", e);
        }
    }

    /** Whether its row says what it says itself, and its neighbours know its hash as it theirs. */
    private boolean isInItsPlace(Published published) {
        Certificate certificate = published.certificate();
        List<Published> before = asked(SELECT + BEFORE, published.number());
        List<Published> after = asked(SELECT + AFTER, published.number());
        return published.number().equals(certificate.number())
                && Objects.equals(published.supersedes(), certificate.supersedes())
                && Objects.equals(
                        before.isEmpty() ? null : before.getFirst().hash(), certificate.previous())
                && (after.isEmpty() || names(after.getFirst(), published.hash()));
    }

    private static boolean names(Published next, String hash) {
        // What was changed itself tells nothing of others.
        return !next.isIntact() || hash.equals(next.certificate().previous());
    }

    private List<Published> asked(String sql, String... values) {
        try (Connection connection = journal.getConnection()) {
            return select(connection, sql, values);
        } catch (SQLException e) {
            throw new StoreFailure("reading the certificates", e);
        }
    }

    private static List<Published> select(Connection connection, String sql, String... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            var found = new ArrayList<Published>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Published(
                                    rows.getString("number"),
                                    rows.getString("content"),
                                    rows.getString("hash"),
                                    rows.getString("supersedes"),
                                    rows.getString("superseded_by")));
                }
            }
            return found;
        }
    }
}
