package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.api.imports.Sample.event;
import static org.chengnuo.approval.api.imports.Sample.log;
import static org.chengnuo.approval.api.imports.Sample.refusal;
import static org.chengnuo.approval.api.imports.Sample.rows;
import static org.chengnuo.approval.api.imports.Sample.trace;
import static org.chengnuo.approval.api.imports.Sample.utf8;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class XesLogTest {

    private static final String TEN = "2014-04-11T10:00:00+02:00";

    @Nested
    class A_good_log {

        @Test
        void is_read_event_by_event_with_the_line_of_each() {
            List<LogRow> rows =
                    rows(
                            log(
                                    trace("7", event("in", TEN), event("ok", TEN)),
                                    trace("8", event("in", TEN))),
                            Sample.xes());

            assertThat(rows).extracting(LogRow::caseId).containsExactly("7", "7", "8");
            assertThat(rows).extracting(LogRow::activity).containsExactly("in", "ok", "in");
            assertThat(rows).extracting(LogRow::line).containsExactly(5L, 6L, 10L);
            assertThat(rows).extracting(LogRow::sequence).containsExactly(0L, 1L, 2L);
            assertThat(rows)
                    .extracting(LogRow::at)
                    .containsOnly(Instant.parse("2014-04-11T08:00:00Z"));
        }

        @Test
        void reads_alike_with_a_namespace_or_a_prefix() {
            String plain = log(trace("7", event("in", TEN)));
            String namespace =
                    plain.replace("<log ", "<log xmlns=\"http://www.xes-standard.org/\" ");
            String prefix =
                    plain.replaceAll("<(/?)(log|trace|event|string|date)", "<$1x:$2")
                            .replace("<x:log ", "<x:log xmlns:x=\"http://www.xes-standard.org/\" ");

            assertThat(rows(namespace, Sample.xes())).isEqualTo(rows(plain, Sample.xes()));
            assertThat(rows(prefix, Sample.xes())).isEqualTo(rows(plain, Sample.xes()));
        }

        @Test
        void may_begin_with_a_byte_order_mark_be_compressed_or_be_UTF_16() {
            String plain = log(trace("案件", event("in", TEN)));
            List<LogRow> expected = rows(plain, Sample.xes());

            assertThat(expected.getFirst().caseId()).isEqualTo("案件");
            assertThat(rows("\uFEFF" + plain, Sample.xes())).isEqualTo(expected);
            assertThat(rows(Sample.gzip(utf8("\uFEFF" + plain)), Sample.xes())).isEqualTo(expected);
            assertThat(
                            rows(
                                    plain.replace("UTF-8", "UTF-16")
                                            .getBytes(StandardCharsets.UTF_16),
                                    Sample.xes()))
                    .isEqualTo(expected);
        }

        @Test
        void keeps_apart_what_is_said_of_the_log_and_beneath_other_attributes() {
            String log =
                    log(
                            "<extension name=\"Concept\" prefix=\"concept\" uri=\"http://x\"/>",
                            "<global scope=\"event\"><string key=\"concept:name\""
                                    + " value=\"UNKNOWN\"/></global>",
                            "<classifier name=\"Activity\" keys=\"concept:name\"/>",
                            "<int key=\"total\" value=\"1\"><int key=\"in\" value=\"1\"/></int>",
                            """
                            <trace>
                              <string key="other" value="x"><string key="concept:name" value="wrong"/></string>
                              <string key="concept:name" value="7"/>
                              <event>
                                <list key="l"><values><string key="concept:name" value="wrong"/></values></list>
                                <container key="c"><date key="time:timestamp" value="wrong"/></container>
                                <string key="concept:name" value="in"><string key="concept:name" value="wrong"/></string>
                                <date key="time:timestamp" value="2014-04-11T10:00:00.1234567+02:00"/>
                                <string key="org:resource" value=" 560530 "/>
                              </event>
                            </trace>
                            <trace><string key="concept:name" value="nothing happened"/></trace>
                            """);

            LogRow only = rows(log, Sample.xes()).getFirst();

            assertThat(rows(log, Sample.xes())).hasSize(1);
            assertThat(only.caseId()).isEqualTo("7");
            assertThat(only.activity()).isEqualTo("in");
            assertThat(only.resource()).isEqualTo("560530");
            assertThat(only.at()).isEqualTo("2014-04-11T08:00:00.123456Z");
        }

        @Test
        void gives_the_item_from_an_attribute_of_the_case() {
            ImportMapping mapping =
                    MappingDocument.read(
                            Sample.yaml("").replace("code: permit", "code: {from: case_type}"),
                            Sample.CALENDARS);
            String typed = "<string key=\"case_type\" value=\"557669\"/>" + event("in", TEN);

            assertThat(rows(log(trace("7", typed)), mapping).getFirst().said())
                    .containsExactly(Map.entry(Detail.ITEM_CODE, "557669"));
            assertThat(refusal(log(trace("7", event("in", TEN))), mapping).reason())
                    .isEqualTo(Reason.MISSING_ITEM);
        }

        @Test
        void is_filtered_by_what_the_mapping_wants_only() {
            ImportMapping mapping =
                    Sample.mapping("log: {only: {\"lifecycle:transition\": complete}}");
            String complete = "<string key=\"lifecycle:transition\" value=\"complete\"/></event>";
            String log =
                    log(
                            trace(
                                    "7",
                                    event("in", TEN).replace("</event>", complete),
                                    event("ok", TEN)));

            assertThat(rows(log, mapping)).extracting(LogRow::activity).containsExactly("in");
        }
    }

    @Nested
    class A_bad_log {

        @Test
        void without_a_time_is_refused_at_the_line_of_the_event() {
            String timeless = "<event><string key=\"concept:name\" value=\"ok\"/></event>";

            ImportRefused refused =
                    refusal(log(trace("7", event("in", TEN), timeless)), Sample.xes());

            assertThat(refused.reason()).isEqualTo(Reason.MISSING_TIMESTAMP);
            assertThat(refused.line()).hasValue(6);
            assertThat(refused.inEnglish()).startsWith("Line 6: The event has no «time:timestamp»");
            assertThat(refused.inChinese()).startsWith("第 6 行：事件没有“time:timestamp”");
        }

        @Test
        void without_a_case_an_activity_or_a_readable_time_is_refused() {
            assertThat(
                            refusal(log("<trace>" + event("in", TEN) + "</trace>"), Sample.xes())
                                    .reason())
                    .isEqualTo(Reason.MISSING_CASE_ID);
            assertThat(refusal(log(trace(" ", event("in", TEN))), Sample.xes()).reason())
                    .isEqualTo(Reason.MISSING_CASE_ID);
            assertThat(refusal(log(event("in", TEN)), Sample.xes()).reason())
                    .isEqualTo(Reason.EVENT_OUTSIDE_CASE);
            assertThat(refusal(log(trace("7", event("", TEN))), Sample.xes()).reason())
                    .isEqualTo(Reason.MISSING_ACTIVITY);
            assertThat(refusal(log(trace("7", event("in", "11 April"))), Sample.xes()).inEnglish())
                    .contains("Line 5", "«11 April»", "2011-10-11T13:45:40+02:00");
        }

        @Test
        void broken_in_the_middle_is_refused_there() {
            String log = log(trace("7", event("in", TEN)), trace("8", event("in", TEN)));

            ImportRefused crossed = refusal(log.replaceFirst("</trace>", "</tracé>"), Sample.xes());
            ImportRefused cut = refusal(log.substring(0, log.length() - 9), Sample.xes());
            ImportRefused doubled = refusal(log + "<log/>", Sample.xes());

            assertThat(crossed.reason()).isEqualTo(Reason.BROKEN_XML);
            assertThat(crossed.line()).hasValue(6);
            assertThat(cut.reason()).isEqualTo(Reason.BROKEN_XML);
            assertThat(doubled.reason()).isEqualTo(Reason.BROKEN_XML);
        }

        @Test
        void that_is_not_UTF_8_though_it_says_so_is_refused() {
            byte[] latin =
                    log(trace("caf\u00e9", event("in", TEN))).getBytes(StandardCharsets.ISO_8859_1);

            assertThat(refusal(() -> rows(latin, Sample.xes())).reason())
                    .isEqualTo(Reason.BROKEN_XML);
        }

        @Test
        void of_another_kind_is_refused() {
            assertThat(refusal("<html><body/></html>", Sample.xes()).reason())
                    .isEqualTo(Reason.NOT_XES);
        }

        @Test
        void with_a_document_type_is_refused_before_any_entity_is_read() {
            String outside =
                    "<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><log><trace><string"
                            + " key=\"concept:name\" value=\"&x;\"/></trace></log>";
            String laughs =
                    "<!DOCTYPE log [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><log>&b;</log>";

            assertThat(refusal(outside, Sample.xes()).reason()).isEqualTo(Reason.DTD_FORBIDDEN);
            assertThat(refusal(laughs, Sample.xes()).reason()).isEqualTo(Reason.DTD_FORBIDDEN);
            assertThat(refusal(log(trace("&x;", event("in", TEN))), Sample.xes()).reason())
                    .isEqualTo(Reason.BROKEN_XML);
        }

        @Test
        void too_long_deep_or_wild_is_refused_and_quoted_shortly() {
            String endless = "x".repeat(100_000);
            String deep = "<list key=\"l\">".repeat(100) + "</list>".repeat(100);
            StringBuilder wild = new StringBuilder();
            for (int i = 0; i < 300; i++) {
                wild.append("<n").append(i).append("/>");
            }

            assertThat(refusal(log(trace(endless, event("in", TEN))), Sample.xes()).reason())
                    .isEqualTo(Reason.BROKEN_XML);
            assertThat(refusal(log(deep), Sample.xes()).reason()).isEqualTo(Reason.BROKEN_XML);
            assertThat(refusal(log(wild.toString()), Sample.xes()).reason())
                    .isEqualTo(Reason.BROKEN_XML);
            assertThat(
                            refusal(
                                            log(trace(endless.substring(0, 501), event("in", TEN))),
                                            Sample.xes())
                                    .reason())
                    .isEqualTo(Reason.FIELD_TOO_LONG);
            assertThat(
                            refusal(
                                            log(trace("7", event("in", endless.substring(0, 400)))),
                                            Sample.xes())
                                    .inEnglish())
                    .hasSizeLessThan(300);
        }
    }
}
