package org.chengnuo.approval.projections.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chengnuo.approval.projections.intake.Story.accepted;
import static org.chengnuo.approval.projections.intake.Story.at;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.received;
import static org.chengnuo.approval.projections.intake.Story.registered;

import org.chengnuo.approval.projections.certificates.Figure.Column;
import org.chengnuo.approval.projections.certificates.Verification.Verdict;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two filings decided after one day and after four; a third comes after the publication. */
class CertificatesTest {

    private static final Instant NOW = Instant.parse("2026-12-31T15:59:59Z");

    @TempDir private Path folder;

    private final TestJournal journal = new TestJournal();
    private Running running;
    private Certificates certificates;

    @BeforeEach
    void given() {
        decidedOn(1, "2018-09-04T09:00");
        decidedOn(2, "2018-09-07T09:00");
        running = new Running(journal, folder, 100).caughtUp();
        certificates = certificates(List.of(new Reviews()), "1.0");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private void decidedOn(long number, String at) {
        journal.append(
                at(at),
                List.of(
                        registered(project(number), "LF-01"),
                        received(filing(number), at("2018-09-03T09:00")),
                        accepted(filing(number), at("2018-09-03T09:00")),
                        decided(filing(number), at(at))));
    }

    private Certificates certificates(List<FigureKind> kinds, String program) {
        return new Certificates(
                journal.database(),
                new JournalFeed(journal.database()),
                running.times(),
                new Editions(journal.database()),
                kinds,
                program);
    }

    /** How long reviews take, in one zone. */
    private final class Reviews implements FigureKind {

        @Override
        public String name() {
            return "reviews";
        }

        @Override
        public Figure compute(Map<String, List<String>> parameters, AsOf asOf) {
            var filter =
                    FactFilter.ALL.with(
                            Dimension.ZONE,
                            parameters.getOrDefault("zone", List.of("")).getFirst());
            Turnaround answer =
                    running.turnarounds()
                            .answer(
                                    Question.of(Measure.REVIEW, Clock.CALENDAR)
                                            .of(filter)
                                            .asOf(asOf));
            return new Figure(
                    new Bilingual("reviews", "审查用时"),
                    answer.definition(),
                    filter,
                    List.of(new Column("/n", new Bilingual("n", "件数"))),
                    List.copyOf(answer.groups()));
        }
    }

    private static Publication reviews(@Nullable String supersedes) {
        return new Publication(
                "reviews",
                Map.of("zone", List.of("LF-01")),
                null,
                supersedes,
                supersedes == null ? null : "更正");
    }

    private Published published() throws AlreadySuperseded {
        return certificates.publish(reviews(null), "analyst", NOW);
    }

    @Test
    void holdsAllThatIsNeededToComputeItAgain() throws AlreadySuperseded {
        Certificate certificate = published().certificate();

        assertThat(certificate.number()).isEqualTo("2026-0001");
        assertThat(certificate.title()).isEqualTo(new Bilingual("reviews", "审查用时"));
        assertThat(certificate.parameters()).isEqualTo(Map.of("zone", List.of("LF-01")));
        assertThat(certificate.filter()).isEqualTo(Map.of("zone", "LF-01"));
        assertThat(certificate.result().at("/0/n").asLong()).isEqualTo(2);
        assertThat(certificate.result().at("/0/maxSeconds").toString()).isEqualTo("345600.000");
        assertThat(certificate.rules().at("/editions/0/name").asString()).isEqualTo("2018");
        assertThat(certificate.rules().at("/editions/0/hash").asString()).hasSize(64);
        assertThat(certificate.rules().at("/calendars/0/name").asString()).isEqualTo("cn");
        assertThat(certificate.rules().at("/calendars/0/notices").asInt()).isGreaterThan(10);
        assertThat(certificate.position()).isEqualTo(running.times().read((_, reached) -> reached));
        assertThat(certificate.program()).isEqualTo("1.0");
        assertThat(certificate.publishedBy()).isEqualTo("analyst");
        assertThat(certificate.publishedAt()).isEqualTo(NOW);
    }

    @Test
    void isOfTheHashThatAnybodyCanCompute() throws AlreadySuperseded {
        Published published = published();

        assertThat(published.hash()).isEqualTo(CanonicalJson.hash(published.content()));
        assertThat(published.content())
                .startsWith("{\"columns\":[{\"at\":\"/n\",\"title\":{\"en\":");
        assertThat(certificates.find("2026-0001")).contains(published);
    }

    /** A certificate is read for ever: what is added to it later has to be able to be absent. */
    @Test
    void isReadAsItWasEverWritten() throws IOException {
        String stored =
                Files.readString(Path.of("src/test/resources/certificates/certificate.1.json"));

        Certificate certificate = CanonicalJson.read(stored, Certificate.class);

        assertThat(certificate.reason()).isEqualTo("更正");
        assertThat(CanonicalJson.of(certificate)).isEqualTo(stored);
    }

    @Test
    void isNumberedWithoutGapsWithinTheYearOfTheOffice() throws AlreadySuperseded {
        published();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> certificates.publish(reviews("2026-0009"), "analyst", NOW))
                .withMessageContaining("no certificate «2026-0009»");
        assertThat(published().number()).isEqualTo("2026-0002");

        // In Linfen it is the next year already.
        assertThat(certificates.publish(reviews(null), "analyst", NOW.plusSeconds(1)).number())
                .isEqualTo("2027-0001");
        assertThat(certificates.all().stream().map(Published::number))
                .containsExactly("2027-0001", "2026-0002", "2026-0001");
    }

    @Test
    void staysTheSameWhateverHappensLater() throws AlreadySuperseded {
        Published published = published();
        decidedOn(3, "2018-09-28T09:00");
        running.caughtUp();

        Verification verification = certificates.verify(published);

        assertThat(verification.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.rules()).isEmpty();
        assertThat(published().certificate().result().at("/0/n").asLong()).isEqualTo(3);
    }

    @Test
    void canBePublishedAsOfAnEarlierPosition() throws AlreadySuperseded {
        String before = published().certificate().position().toString();
        decidedOn(3, "2018-09-28T09:00");
        running.caughtUp();

        Published earlier =
                certificates.publish(
                        new Publication(
                                "reviews",
                                Map.of("zone", List.of("LF-01"), "asOf", List.of(before)),
                                null,
                                null,
                                null),
                        "analyst",
                        NOW);

        assertThat(earlier.certificate().result().at("/0/n").asLong()).isEqualTo(2);
        assertThat(earlier.certificate().parameters()).doesNotContainKey("asOf");
        assertThat(certificates.verify(earlier).verdict()).isEqualTo(Verdict.EQUAL);
    }

    @Test
    void isSupersededOnceAndWithAReason() throws AlreadySuperseded {
        published();
        certificates.publish(reviews("2026-0001"), "analyst", NOW);

        assertThat(certificates.find("2026-0001").orElseThrow().supersededBy())
                .isEqualTo("2026-0002");
        assertThatExceptionOfType(AlreadySuperseded.class)
                .isThrownBy(() -> certificates.publish(reviews("2026-0001"), "analyst", NOW))
                .withMessageContaining("2026-0002");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Publication("reviews", Map.of(), null, "2026-0001", " "))
                .withMessageContaining("reason");
    }

    @Test
    void isRefusedToBeChanged() throws AlreadySuperseded {
        published();

        assertThatIllegalStateException()
                .isThrownBy(() -> journal.execute("delete from journal.certificate"))
                .havingCause()
                .withMessageContaining("append-only");
    }

    @Test
    void tellsThatItWasTamperedWith() throws AlreadySuperseded {
        published();
        published();
        published();
        journal.execute("alter table journal.certificate disable trigger append_only");
        journal.execute(
                "update journal.certificate set content = replace(content, '\"n\":2', '\"n\":5')"
                        + " where number = '2026-0001'");

        assertThat(verdict("2026-0001")).isEqualTo(Verdict.TAMPERED);
        assertThat(verdict("2026-0002")).isEqualTo(Verdict.EQUAL);

        // Whoever mends the hash as well is told by the next one.
        String changed = certificates.find("2026-0001").orElseThrow().content();
        journal.execute(
                "update journal.certificate set hash = '%s' where number = '2026-0001'"
                        .formatted(CanonicalJson.hash(changed)));

        assertThat(verdict("2026-0001")).isEqualTo(Verdict.TAMPERED);
        assertThat(verdict("2026-0003")).isEqualTo(Verdict.EQUAL);

        // And one that is left out by those that remain.
        journal.execute("delete from journal.certificate where number = '2026-0002'");

        assertThat(verdict("2026-0003")).isEqualTo(Verdict.TAMPERED);
    }

    private Verdict verdict(String number) {
        return certificates.verify(certificates.find(number).orElseThrow()).verdict();
    }

    @Test
    void saysWhatDiffersByItsPath() throws AlreadySuperseded {
        Published published = published();
        // What no program of ours does: another answer to the same question.
        FigureKind other =
                new FigureKind() {
                    @Override
                    public String name() {
                        return "reviews";
                    }

                    @Override
                    public Figure compute(Map<String, List<String>> parameters, AsOf asOf) {
                        Figure figure = new Reviews().compute(parameters, asOf);
                        return new Figure(
                                figure.title(),
                                figure.definition(),
                                figure.filter(),
                                figure.columns(),
                                List.of(Map.of("n", 3)));
                    }
                };

        Verification verification = certificates(List.of(other), "2.0").verify(published);

        assertThat(verification.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(verification.differences())
                .anySatisfy(
                        difference -> {
                            assertThat(difference.path()).isEqualTo("/result/0/n");
                            assertThat(String.valueOf(difference.published())).isEqualTo("2");
                            assertThat(String.valueOf(difference.now())).isEqualTo("3");
                        });
        assertThat(verification.program())
                .isEqualTo(new Verification.Compared("1.0", "2.0", false));
    }

    @Test
    void saysWhyItCannotBeComputed() throws AlreadySuperseded {
        Verification verification = certificates(List.of(), "1.0").verify(published());

        assertThat(verification.verdict()).isEqualTo(Verdict.NOT_COMPUTABLE);
        assertThat(verification.because()).contains("no figure reviews");
    }

    @Test
    void isNotPublishedOfWhatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                certificates.publish(
                                        new Publication("moon", Map.of(), null, null, null),
                                        "analyst",
                                        NOW))
                .withMessageContaining("only reviews");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                certificates.publish(
                                        new Publication(
                                                "reviews",
                                                Map.of("asOf", List.of("999999999")),
                                                null,
                                                null,
                                                null),
                                        "analyst",
                                        NOW))
                .withMessageContaining("asOf");
    }
}
