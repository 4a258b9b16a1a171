package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chengnuo.approval.api.imports.Sample.refusal;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

class StagedLogTest {

    private static final String INTERLEAVED =
            """
            case,activity,time
            b,in,2014-04-11T09:00:00Z
            a,in,2014-04-11T08:00:00Z
            b,ok,2014-04-11T11:00:00Z
            a,out,2014-04-11T12:00:00Z
            b,note,2014-04-11T10:00:00Z
            b,second,2014-04-11T10:00:00Z
            c,in,2014-04-11T07:00:00Z
            """;

    @TempDir Path directory;

    @Test
    void the_cases_come_by_first_appearance_and_their_rows_by_time_then_by_place() {
        try (StagedLog staged = stage(INTERLEAVED)) {
            List<StagedCase> cases = all(staged.casesFrom(0));

            assertThat(cases).extracting(StagedCase::caseId).containsExactly("b", "a", "c");
            assertThat(cases).extracting(StagedCase::number).containsExactly(0L, 1L, 2L);
            assertThat(cases.getFirst().rows())
                    .extracting(LogRow::activity)
                    .containsExactly("in", "note", "second", "ok");
            assertThat(cases.getFirst().rows())
                    .extracting(LogRow::line)
                    .containsExactly(2L, 6L, 7L, 4L);
        }
    }

    @Test
    void what_was_found_is_counted() {
        try (StagedLog staged = stage(INTERLEAVED)) {
            StagedLog.Summary summary = staged.summary();

            assertThat(summary.cases()).isEqualTo(3);
            assertThat(summary.events()).isEqualTo(7);
            assertThat(summary.mapped()).isEqualTo(5);
            assertThat(summary.first()).isEqualTo("2014-04-11T07:00:00Z");
            assertThat(summary.last()).isEqualTo("2014-04-11T12:00:00Z");
        }
    }

    @Test
    void a_staged_log_is_there_after_a_restart_from_any_case_on() {
        stage(INTERLEAVED).close();

        try (StagedLog again = StagedLog.open(staged()).orElseThrow()) {
            assertThat(all(again.casesFrom(1)))
                    .extracting(StagedCase::caseId)
                    .containsExactly("a", "c");
            assertThat(again.casesFrom(3).hasNext()).isFalse();
        }
    }

    @Test
    void cases_come_whole_across_the_bounds_of_what_is_read_at_once() {
        StringBuilder csv = new StringBuilder("case,activity,time\n");
        for (int row = 0; row < 45_000; row++) {
            csv.append("case-").append(row < 25_000 ? 0 : row % 5_000).append(",in,2014-04-11\n");
        }

        try (StagedLog staged = stage(csv.toString())) {
            List<StagedCase> cases = all(staged.casesFrom(0));

            assertThat(cases).hasSize(5_000);
            assertThat(cases.getFirst().rows()).hasSize(25_004);
            assertThat(cases.stream().mapToInt(each -> each.rows().size()).sum()).isEqualTo(45_000);
            assertThat(cases).extracting(StagedCase::number).isSorted();
            assertThat(all(staged.casesFrom(4_321))).isEqualTo(cases.subList(4_321, 5_000));
        }
    }

    @Test
    void a_log_of_nothing_but_small_cases_fits_too() {
        StringBuilder csv = new StringBuilder("case,activity,time\n");
        for (int row = 0; row < 300_000; row++) {
            csv.append("case-").append(row * 7919L % 300_007).append(",in,2014-04-11\n");
        }

        try (StagedLog staged = stage(csv.toString())) {
            List<StagedCase> cases = all(staged.casesFrom(0));

            assertThat(staged.summary().cases()).isEqualTo(300_000);
            assertThat(cases.stream().map(each -> each.rows().getFirst().sequence()).toList())
                    .as("by first appearance")
                    .isSorted()
                    .hasSize(300_000);
        }
    }

    @Test
    void an_error_in_the_last_line_leaves_nothing() {
        ImportRefused refused = refusal(() -> stage(INTERLEAVED + "c,ok,\n").close());

        assertThat(refused.reason()).isEqualTo(Reason.MISSING_TIMESTAMP);
        assertThat(refused.line()).hasValue(9);
        assertThat(StagedLog.open(staged())).isEmpty();
        assertThat(left()).containsExactly("upload");
    }

    @Test
    void a_cancelled_reading_leaves_nothing() {
        Progress impatient =
                new Progress() {
                    @Override
                    public void read(long bytes, long ofBytes, long events) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };

        assertThatThrownBy(() -> stage(INTERLEAVED, ImportLimits.standard(), impatient).close())
                .isInstanceOf(ImportCancelled.class);
        assertThat(left()).containsExactly("upload");
    }

    @Test
    void what_a_killed_process_left_half_done_is_replaced() throws IOException {
        Files.writeString(directory.resolve("staged.duckdb.part"), "half");
        Files.createDirectories(directory.resolve("staged.duckdb.part.spill"));
        Files.writeString(directory.resolve("staged.duckdb.part.spill/block"), "half");

        stage(INTERLEAVED).close();

        assertThat(left()).containsExactly("staged.duckdb", "upload");
    }

    @Test
    void progress_is_told_in_bytes_of_the_upload() {
        List<String> told = new ArrayList<>();
        Progress watching =
                new Progress() {
                    @Override
                    public void read(long bytes, long ofBytes, long events) {
                        told.add(events + " events, " + (100 * bytes / ofBytes) + " %");
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };

        stage(INTERLEAVED, ImportLimits.standard(), watching).close();

        assertThat(told).containsExactly("7 events, 100 %");
    }

    @Test
    void a_log_without_events_or_without_anything_of_the_mapping_is_refused() {
        ImportRefused strange =
                refusal(() -> stage("case,activity,time\n7,kap,2014-04-11\n").close());

        assertThat(refusal(() -> stage("case,activity,time\n").close()).reason())
                .isEqualTo(Reason.EMPTY);
        assertThat(strange.reason()).isEqualTo(Reason.NOTHING_MAPPED);
        assertThat(strange.inEnglish()).contains("in, ok, out", "kap");
    }

    @Test
    void a_case_larger_than_the_memory_allows_is_refused_by_name() {
        ImportLimits small = ImportLimits.standard().withEventsPerCase(3);

        ImportRefused refused =
                refusal(() -> stage(INTERLEAVED, small, Progress.UNWATCHED).close());

        assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_EVENTS_IN_CASE);
        assertThat(refused.inEnglish()).contains("«b» has 4 events");
    }

    @Test
    void an_upload_is_kept_under_the_hash_of_the_log_however_it_was_packed() throws IOException {
        byte[] bytes = Sample.utf8("abc");

        SpooledUpload plain = spool(bytes, 3);
        assertThat(plain.hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        SpooledUpload packed = spool(Sample.gzip(bytes), 100);
        assertThat(packed.hash()).isEqualTo(plain.hash());
        SpooledUpload damaged = spool(Arrays.copyOf(Sample.gzip(bytes), 12), 100);
        assertThat(damaged.hash()).isNotEqualTo(plain.hash());
        assertThat(refusal(() -> spool(bytes, 2)).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(() -> spool(new byte[0], 2)).reason()).isEqualTo(Reason.EMPTY);

        Path kept = directory.resolve("kept").resolve("upload");
        plain.keepAt(kept);
        for (SpooledUpload each : List.of(plain, packed, damaged)) {
            each.close();
        }
        assertThat(kept).hasBinaryContent(bytes);
        assertThat(left()).containsExactly("kept");
    }

    private SpooledUpload spool(byte[] bytes, long limit) {
        try {
            return SpooledUpload.spool(
                    new ByteArrayInputStream(bytes), directory, limit, ImportLimits.standard());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private StagedLog stage(String csv) {
        return stage(csv, ImportLimits.standard(), Progress.UNWATCHED);
    }

    private StagedLog stage(String csv, ImportLimits limits, Progress progress) {
        try {
            Path file = directory.resolve("upload");
            Files.writeString(file, csv);
            return StagedLog.stage(file, staged(), Sample.csv(), limits, progress);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path staged() {
        return directory.resolve("staged.duckdb");
    }

    private List<String> left() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> List<T> all(Iterator<T> each) {
        List<T> all = new ArrayList<>();
        each.forEachRemaining(all::add);
        return all;
    }
}
