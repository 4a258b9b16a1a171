package org.chengnuo.approval.assessment;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Finding;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.assessment.AssessmentCommand.PublishScheme;
import org.chengnuo.approval.assessment.AssessmentCommand.SelfScore;
import org.chengnuo.approval.assessment.AssessmentCommand.VerifyScore;
import org.chengnuo.approval.assessment.AssessmentEvent.SchemePublished;
import org.chengnuo.approval.assessment.AssessmentEvent.ScoreVerified;
import org.chengnuo.approval.assessment.AssessmentEvent.SelfScored;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All assessment schemes 考核方案库, those that come with the program among them, and the scores that
 * were given by them. A scheme is published and never changes; its next version is another one. Of
 * several scores of the same place the last one holds. Immutable.
 */
public final class Assessments {

    /** Before the first event: the schemes that come with the program. */
    public static final Assessments SHIPPED =
            new Assessments(ShippedSchemes.byCode(), Map.of(), Map.of());

    private final Map<SchemeCode, AssessmentScheme> schemes;
    private final Map<Place, BigDecimal> self;
    private final Map<Place, BigDecimal> verified;

    /** For what a score is given. */
    private record Place(
            SchemeCode scheme, ZoneCode zone, AssessmentPeriod period, String content) {}

    private Assessments(
            Map<SchemeCode, AssessmentScheme> schemes,
            Map<Place, BigDecimal> self,
            Map<Place, BigDecimal> verified) {
        this.schemes = Collections.unmodifiableMap(schemes);
        this.self = Collections.unmodifiableMap(self);
        this.verified = Collections.unmodifiableMap(verified);
    }

    /** In the order of their publication. */
    public List<AssessmentScheme> schemes() {
        return List.copyOf(schemes.values());
    }

    public Optional<AssessmentScheme> scheme(SchemeCode code) {
        return Optional.ofNullable(schemes.get(code));
    }

    /** What the zone has given itself. */
    public @Nullable BigDecimal selfScore(
            SchemeCode scheme, ZoneCode zone, AssessmentPeriod period, String content) {
        return self.get(new Place(scheme, zone, period, content));
    }

    /** What the assessment office has settled. */
    public @Nullable BigDecimal verifiedScore(
            SchemeCode scheme, ZoneCode zone, AssessmentPeriod period, String content) {
        return verified.get(new Place(scheme, zone, period, content));
    }

    /**
     * @throws Refusal if the scheme or the score is not right; nothing has happened
     */
    public List<AssessmentEvent> decide(AssessmentCommand command, Circumstances circumstances)
            throws Refusal {
        Instant now = circumstances.now();
        return switch (command) {
            case PublishScheme publish -> {
                isNextVersion(publish.scheme());
                List<Finding> findings =
                        SchemeRules.findings(publish.content(), publish.indicators());
                if (!findings.isEmpty()) {
                    throw new Refusal(Reason.SCHEME_INCOMPLETE, findings);
                }
                yield List.of(new SchemePublished(publish.scheme(), now, publish.content()));
            }
            case SelfScore score -> {
                canBeScored(
                        score.scheme(),
                        score.zone(),
                        score.period(),
                        score.content(),
                        score.points());
                yield List.of(
                        new SelfScored(
                                score.scheme(),
                                now,
                                score.zone(),
                                score.period(),
                                score.content(),
                                score.points(),
                                score.note()));
            }
            case VerifyScore score -> {
                canBeScored(
                        score.scheme(),
                        score.zone(),
                        score.period(),
                        score.content(),
                        score.points());
                yield List.of(
                        new ScoreVerified(
                                score.scheme(),
                                now,
                                score.zone(),
                                score.period(),
                                score.content(),
                                score.points(),
                                Refusal.ifMissing(
                                        score.reason(), Reason.VERIFICATION_REASON_MISSING)));
            }
        };
    }

    private void isNextVersion(SchemeCode scheme) throws Refusal {
        int last =
                schemes.keySet().stream()
                        .filter(code -> code.name().equals(scheme.name()))
                        .mapToInt(SchemeCode::version)
                        .max()
                        .orElse(0);
        if (scheme.version() != last + 1) {
            throw new Refusal(
                    Reason.SCHEME_VERSION_NOT_NEXT,
                    "the next version is %s, not %s"
                            .formatted(new SchemeCode(scheme.name(), last + 1), scheme));
        }
    }

    private void canBeScored(
            SchemeCode code,
            ZoneCode zone,
            AssessmentPeriod period,
            String contentCode,
            BigDecimal points)
            throws Refusal {
        AssessmentScheme scheme = schemes.get(code);
        if (scheme == null) {
            throw new Refusal(
                    Reason.SCHEME_UNKNOWN,
                    "there is no scheme %s, only %s"
                            .formatted(code, List.copyOf(schemes.keySet())));
        }
        SchemeContent says = scheme.content();
        var findings = new ArrayList<Finding>();
        if (!says.zones().contains(zone)) {
            findings.add(
                    new Finding(
                            contentCode,
                            "zone",
                            "the scheme assesses %s, not %s".formatted(says.zones(), zone),
                            "考核对象为 %s，不含 %s".formatted(says.zones(), zone)));
        }
        if (!says.covers(period)) {
            findings.add(
                    new Finding(
                            contentCode,
                            "period",
                            "the scheme assesses from %s to before %s, not %s"
                                    .formatted(says.from(), says.to(), period),
                            "方案适用期为 %s 至 %s（不含），不含 %s".formatted(says.from(), says.to(), period)));
        }
        AssessedContent content = says.content(contentCode).orElse(null);
        if (content == null || content.vetoes()) {
            List<String> scored =
                    says.contents().stream()
                            .filter(one -> !one.vetoes())
                            .map(AssessedContent::code)
                            .toList();
            findings.add(
                    new Finding(
                            contentCode,
                            "content",
                            "points are given for %s".formatted(scored),
                            "可评分的内容为 %s".formatted(scored)));
        } else if (points.signum() < 0 || points.compareTo(content.mostPoints()) > 0) {
            findings.add(
                    new Finding(
                            contentCode,
                            "points",
                            "there are 0 to %s points, not %s"
                                    .formatted(content.mostPoints().toPlainString(), points),
                            "分数应在 0 到 %s 之间，而非 %s"
                                    .formatted(content.mostPoints().toPlainString(), points)));
        }
        if (!findings.isEmpty()) {
            throw new Refusal(Reason.SCORE_NOT_OF_THE_SCHEME, findings);
        }
    }

    /** Never refuses: what happened, happened. */
    public Assessments evolve(AssessmentEvent event) {
        return switch (event) {
            case SchemePublished published ->
                    new Assessments(
                            with(
                                    schemes,
                                    published.scheme(),
                                    new AssessmentScheme(published.scheme(), published.content())),
                            self,
                            verified);
            case SelfScored scored ->
                    new Assessments(
                            schemes,
                            with(
                                    self,
                                    new Place(
                                            scored.scheme(),
                                            scored.zone(),
                                            scored.period(),
                                            scored.content()),
                                    scored.points()),
                            verified);
            case ScoreVerified settled ->
                    new Assessments(
                            schemes,
                            self,
                            with(
                                    verified,
                                    new Place(
                                            settled.scheme(),
                                            settled.zone(),
                                            settled.period(),
                                            settled.content()),
                                    settled.points()));
        };
    }

    private static <K, V> Map<K, V> with(Map<K, V> before, K key, V value) {
        var after = new LinkedHashMap<>(before);
        after.put(key, value);
        return after;
    }
}
