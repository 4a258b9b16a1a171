package org.chengnuo.approval.projections.reviewtimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.projections.intake.Story.answered;
import static org.chengnuo.approval.projections.intake.Story.correction;
import static org.chengnuo.approval.projections.intake.Story.decided;
import static org.chengnuo.approval.projections.intake.Story.delivered;
import static org.chengnuo.approval.projections.intake.Story.filing;
import static org.chengnuo.approval.projections.intake.Story.imported;
import static org.chengnuo.approval.projections.intake.Story.importedFiling;
import static org.chengnuo.approval.projections.intake.Story.project;
import static org.chengnuo.approval.projections.intake.Story.receivedAbroad;
import static org.chengnuo.approval.projections.intake.Story.step;
import static org.chengnuo.approval.projections.intake.Story.terms;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.chengnuo.approval.filing.FilingEvent.FilingAccepted;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.projections.intake.Running;
import org.chengnuo.approval.projections.intake.TestJournal;
import org.chengnuo.approval.projections.reviewtimes.Turnaround.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Published logs of real permit procedures, against figures that independent programs computed. The
 * logs are not part of the project; without them these tests are skipped.
 */
class RealLogsTest {

    private static final Path EXPECTED = Path.of("../../shared/data/expected");

    @TempDir Path folder;

    private static JsonNode json(String file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(EXPECTED.resolve(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The lines without the first, as their cells. */
    private static List<String[]> lines(String file) throws IOException {
        return Files.readAllLines(EXPECTED.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static void assumeThere(String file) {
        assumeTrue(
                Files.exists(EXPECTED.resolve(file)),
                () -> "skipped: there is no " + EXPECTED.resolve(file).normalize());
    }

    private Group answer(Running running, Measure measure, Clock clock) {
        return running.turnarounds()
                .answer(Question.of(measure, clock).by(Dimension.IMPORT))
                .groups()
                .getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt", "BPIC15_1", "BPIC15_2"})
    void spansFromTheFirstToTheLastAct(String log) throws IOException {
        assumeThere("summary.json");
        var journal = new TestJournal();
        var events = new ArrayList<ProjectEvent>();
        int number = 0;
        for (String[] cells : lines(log + "_case_durations.csv")) {
            number++;
            Instant first = Instant.parse(cells[2]);
            events.add(imported(project(number), first, log, cells[0]));
            events.add(importedFiling(filing(number), first, cells[0]));
            events.add(step(filing(number), first));
            events.add(step(filing(number), Instant.parse(cells[3])));
        }
        journal.append(Instant.now(), Map.of("channel", "import"), events);

        try (var running = new Running(journal, folder, 1000).caughtUp()) {
            JsonNode expected = json("summary.json").get(log);
            equalsTo(
                    answer(running, Measure.SPAN, Clock.CALENDAR),
                    expected.get("calendar_s"),
                    "_disc");
            equalsTo(
                    answer(running, Measure.SPAN, Clock.WORKING),
                    expected.get("bh_7_17_amsterdam_s"),
                    "_disc");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BPIC15_1", "BPIC15_2"})
    void legalDurations(String log) throws IOException {
        assumeThere(log + "_legal.json");
        var journal = new TestJournal();
        int number = 0;
        for (String[] cells : lines(log + "_legal.csv")) {
            number++;
            journal.append(
                    Instant.now(), Map.of("channel", "import"), acts(filing(number), log, cells));
        }

        try (var running = new Running(journal, folder, 1000).caughtUp()) {
            JsonNode expected = json(log + "_legal.json");
            for (Measure measure :
                    List.of(
                            Measure.HIDDEN,
                            Measure.GROSS,
                            Measure.DELIVERY,
                            Measure.PATH,
                            Measure.WAITING)) {
                for (Clock clock : Clock.values()) {
                    String name = (measure + "_" + clock).toLowerCase(java.util.Locale.ROOT);
                    equalsTo(answer(running, measure, clock), expected.get(name), "");
                }
            }
            assertThat(answer(running, Measure.REVIEW, Clock.WORKING))
                    .usingRecursiveComparison()
                    .isEqualTo(answer(running, Measure.GROSS, Clock.WORKING));
        }
    }

    private static List<ProjectEvent> acts(FilingId filing, String log, String[] cells) {
        Instant received = at(cells[1]);
        Instant begun = received == null ? Instant.parse("2010-01-01T00:00:00Z") : received;
        var events = new ArrayList<ProjectEvent>();
        events.add(imported(filing.project(), begun, log, cells[0]));
        events.add(importedFiling(filing, begun, cells[0]));
        Instant asked = at(cells[2]);
        Instant answered = at(cells[3]);
        Instant accepted = at(cells[4]);
        Instant decided = at(cells[5]);
        Instant delivered = at(cells[6]);
        if (received != null) {
            events.add(receivedAbroad(filing, received));
        }
        if (asked != null) {
            events.add(correction(filing, asked));
        }
        if (answered != null) {
            events.add(answered(filing, answered));
        }
        if (accepted != null) {
            events.add(new FilingAccepted(filing, accepted, null, terms("mon-fri-7-17-amsterdam")));
        }
        if (decided != null) {
            events.add(decided(filing, decided));
        }
        if (delivered != null) {
            events.add(delivered(filing, delivered));
        }
        return events;
    }

    private static @Nullable Instant at(String cell) {
        return cell.isEmpty() ? null : Instant.parse(cell);
    }

    private static void equalsTo(Group group, JsonNode expected, String suffix) {
        assertThat(group.n()).isEqualTo(expected.get("n").asLong());
        same(group.meanSeconds(), expected.get("mean"));
        same(group.p50Seconds(), expected.get("p50" + suffix));
        same(group.p90Seconds(), expected.get("p90" + suffix));
        same(group.p95Seconds(), expected.get("p95" + suffix));
        same(group.maxSeconds(), expected.get("max"));
    }

    /** The expected figures are binary fractions of what they mean. */
    private static void same(@Nullable BigDecimal seconds, JsonNode expected) {
        assertThat(seconds)
                .isEqualTo(new BigDecimal(expected.asString()).setScale(3, RoundingMode.HALF_UP));
    }
}
