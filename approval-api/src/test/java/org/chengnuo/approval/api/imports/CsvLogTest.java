package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.api.imports.Sample.refusal;
import static org.chengnuo.approval.api.imports.Sample.rows;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class CsvLogTest {

    private static final String HEADER = "case,activity,time,org:resource,note\n";

    @Nested
    class A_good_log {

        @Test
        void is_read_row_by_row_with_the_line_of_each() {
            List<LogRow> rows =
                    rows(
                            HEADER
                                    + "7,in,2014-04-11T10:00:00+02:00,ann,\"two\n"
                                    + "lines, \"\"quoted\"\"\"\n"
                                    + "\n"
                                    + "8,\"in\",2014-04-11 10:00,,\n",
                            Sample.csv());

            assertThat(rows).extracting(LogRow::caseId).containsExactly("7", "8");
            assertThat(rows).extracting(LogRow::line).containsExactly(2L, 5L);
            assertThat(rows).extracting(LogRow::resource).containsExactly("ann", null);
            assertThat(rows)
                    .extracting(row -> row.at().toString())
                    .containsOnly("2014-04-11T08:00:00Z");
        }

        @Test
        void may_begin_with_a_byte_order_mark_or_be_compressed() {
            String csv = HEADER + "案件,in,2014-04-11T10:00:00Z,,\n";

            assertThat(rows("\uFEFF" + csv, Sample.csv())).isEqualTo(rows(csv, Sample.csv()));
            assertThat(rows(Sample.gzip(Sample.utf8(csv)), Sample.csv()))
                    .isEqualTo(rows(csv, Sample.csv()));
        }

        @Test
        void has_the_separator_columns_and_time_format_of_the_mapping() {
            ImportMapping mapping =
                    MappingDocument.read(
                            Sample.yaml(
                                            """
                                            log:
                                              caseId: Zaak
                                              activity: Stap
                                              timestamp: Datum
                                              resource: Wie
                                              timestampFormat: dd-MM-yyyy HH:mm
                                              separator: ";"
                                            """)
                                    .replace(
                                            "code: permit, name: A permit",
                                            "code: {from: Soort}, name: {from: Naam}"),
                            Sample.CALENDARS);

            LogRow row =
                    rows(
                                    "Zaak;Stap;Datum;Wie;Soort;Naam\n"
                                            + "7;in;01-12-2014 09:30;ann;A;Kap\n",
                                    mapping)
                            .getFirst();

            assertThat(row.at()).isEqualTo("2014-12-01T08:30:00Z");
            assertThat(row.resource()).isEqualTo("ann");
            assertThat(row.said())
                    .isEqualTo(Map.of(Detail.ITEM_CODE, "A", Detail.ITEM_NAME, "Kap"));
        }
    }

    @Nested
    class A_bad_log {

        @Test
        void without_a_column_of_the_mapping_is_refused_and_told_which_there_are() {
            ImportRefused refused = refusal("case,step,time\n7,in,2014-04-11\n", Sample.csv());

            assertThat(refused.reason()).isEqualTo(Reason.MISSING_COLUMN);
            assertThat(refused.inEnglish()).contains("«activity»", "case, step, time");
        }

        @Test
        void with_a_gap_is_refused_at_its_line() {
            ImportRefused timeless = refusal(HEADER + "7,in,2014-04-11,,\n7,ok,,,\n", Sample.csv());

            assertThat(timeless.reason()).isEqualTo(Reason.MISSING_TIMESTAMP);
            assertThat(timeless.line()).hasValue(3);
            assertThat(refusal(HEADER + ",in,2014-04-11,,\n", Sample.csv()).reason())
                    .isEqualTo(Reason.MISSING_CASE_ID);
            assertThat(refusal(HEADER + "7, ,2014-04-11,,\n", Sample.csv()).reason())
                    .isEqualTo(Reason.MISSING_ACTIVITY);
            assertThat(refusal(HEADER + "7,in,2014-02-30,,\n", Sample.csv()).reason())
                    .isEqualTo(Reason.BAD_TIMESTAMP);
        }

        @Test
        void that_is_not_UTF_8_is_refused_at_its_line() {
            String good = HEADER + "7,in,2014-04-11,,\n";
            byte[] latin =
                    (good + "8,in,2014-04-11,,caf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);

            ImportRefused refused = refusal(() -> rows(latin, Sample.csv()));

            assertThat(refused.reason()).isEqualTo(Reason.BAD_ENCODING);
            assertThat(refused.line()).hasValue(3);
            assertThat(
                            refusal(
                                            () ->
                                                    rows(
                                                            good.getBytes(StandardCharsets.UTF_16),
                                                            Sample.csv()))
                                    .reason())
                    .isEqualTo(Reason.BAD_ENCODING);
        }

        @Test
        void of_uneven_lines_open_quotes_or_endless_fields_is_refused() {
            String open = HEADER + "7,in,2014-04-11,,\n8,\"in,2014-04-11,,\n";

            assertThat(refusal(HEADER + "7,in,2014-04-11\n", Sample.csv()).reason())
                    .isEqualTo(Reason.BROKEN_CSV);
            assertThat(refusal(HEADER + "7,in,2014-04-11,,,,\n", Sample.csv()).reason())
                    .isEqualTo(Reason.BROKEN_CSV);
            assertThat(refusal(open, Sample.csv()).reason()).isEqualTo(Reason.BROKEN_CSV);
            assertThat(refusal(open, Sample.csv()).inEnglish()).contains("after line 2");
            assertThat(refusal(open + "x".repeat(1_000_000), Sample.csv()).reason())
                    .isEqualTo(Reason.BROKEN_CSV);
            assertThat(refusal("case,case,activity,time\n", Sample.csv()).inEnglish())
                    .contains("two columns «case»");
        }

        @Test
        void read_with_a_mapping_made_for_XES_is_refused() {
            assertThat(refusal("concept:name,time:timestamp\n7,in\n", Sample.xes()).reason())
                    .isEqualTo(Reason.WRONG_MAPPING);
        }
    }
}
