package org.chengnuo.approval.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chengnuo.approval.api.imports.Sample.CALENDARS;
import static org.chengnuo.approval.api.imports.Sample.refusal;

import static java.util.Objects.requireNonNull;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.LegalAct;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class MappingDocumentTest {

    private static final ShippedMappings MAPPINGS = new ShippedMappings(() -> CALENDARS);

    @Nested
    class A_shipped_mapping {

        @Test
        void bpic15_maps_six_codes_and_leaves_the_zone_to_the_import() {
            ImportMapping bpic15 = MAPPINGS.find("bpic15");

            assertThat(bpic15.acts())
                    .containsExactly(
                            Map.entry("01_HOOFD_010", LegalAct.RECEIVED),
                            Map.entry("08_AWB45_020_2", LegalAct.CORRECTION_REQUESTED),
                            Map.entry("08_AWB45_040", LegalAct.CORRECTION_ANSWERED),
                            Map.entry("01_HOOFD_195", LegalAct.ACCEPTED),
                            Map.entry("01_HOOFD_495", LegalAct.DECIDED),
                            Map.entry("01_HOOFD_515", LegalAct.DELIVERED));
            AcceptanceTerms terms = requireNonNull(bpic15.termsOf(Map.of()));
            assertThat(terms.calendar()).isEqualTo("mon-fri-7-17-amsterdam");
            assertThat(terms.promised()).hasToString("56 ND");
            assertThat(terms.statutory()).hasToString("56 ND");
            assertThat(terms.edition()).isEqualTo("bpic15");
            assertThat(bpic15.zoneOf("municipality-1")).hasToString("municipality-1");
            assertThat(refusal(() -> bpic15.zoneOf(null)).reason()).isEqualTo(Reason.MISSING_ZONE);
        }

        @Test
        void each_is_read_under_its_own_name() {
            assertThat(ShippedMappings.NAMES)
                    .allSatisfy(name -> assertThat(MAPPINGS.find(name).name()).isEqualTo(name));
            assertThat(MAPPINGS.find("wabo-receipt").acts())
                    .containsExactly(Map.entry("Confirmation of receipt", LegalAct.RECEIVED));
        }

        @Test
        void that_there_is_not_is_refused_with_those_that_there_are() {
            ImportRefused refused = refusal(() -> MAPPINGS.find("bpic51"));

            assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_MAPPING);
            assertThat(refused.inEnglish()).contains("bpic51", "bpic15, wabo-receipt");
            assertThat(refusal(() -> MAPPINGS.find("../bpic15")).reason())
                    .isEqualTo(Reason.WRONG_MAPPING);
        }
    }

    @Nested
    class A_mapping_of_ones_own {

        @Test
        void may_name_the_zone_and_then_the_import_may_not_name_another() {
            ImportMapping mapping = MAPPINGS.find(Sample.yaml("zone: LF-EDZ"));

            assertThat(mapping.zoneOf(null)).hasToString("LF-EDZ");
            assertThat(mapping.zoneOf("LF-EDZ")).hasToString("LF-EDZ");
            assertThat(refusal(() -> mapping.zoneOf("other")).reason())
                    .isEqualTo(Reason.ZONE_CONTRADICTS);
        }

        @Test
        void has_a_fingerprint_that_changes_with_it() {
            assertThat(Sample.mapping("").fingerprint())
                    .isEqualTo(Sample.mapping("").fingerprint())
                    .isNotEqualTo(Sample.mapping("zone: A").fingerprint())
                    .hasSize(64);
        }
    }

    @Nested
    class A_wrong_mapping {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        timeZone: Europe/Amsterdam | timezone: Europe/Amsterdam | WRONG_MAPPING | «timeZone»
                        timeZone: Europe/Amsterdam | timeZone: Europe/Paradise  | UNKNOWN_TIME_ZONE | «Europe/Paradise»
                        timeZone: Europe/Amsterdam | timeZone: 8 | WRONG_MAPPING | the number 8
                        calendar: cn | calendar: moon | UNKNOWN_CALENDAR | «moon». Known are: cn, mon-fri-7-17-amsterdam
                        calendar: cn | calendar: [cn] | WRONG_MAPPING | a list
                        calendar: cn | calender: cn | WRONG_MAPPING | «calendar»
                        calendar: cn | '' | WRONG_MAPPING | missing
                        ok: accepted | ok: approved | UNKNOWN_ACT | «ok» the legal act «approved»
                        ok: accepted | ok: true | WRONG_MAPPING | «acts.ok»
                        ok: accepted | in: accepted | WRONG_MAPPING | in
                        promised: 20 WD | '' | WRONG_MAPPING | «promised»: missing
                        promised: 20 WD | promised: 20 | WRONG_MAPPING | the number 20
                        promised: 20 WD | promised: 20 days | WRONG_MAPPING | 20 days
                        promised: 20 WD | promised: 99999 WD | WRONG_MAPPING | 99999 WD
                        scheme: local | 'scheme: "a:b"' | WRONG_MAPPING | without a colon
                        en: Sample | fr: Exemple | WRONG_MAPPING | «title.en»
                        code: permit | code: {column: x} | WRONG_MAPPING | «item.code.from»
                        code: permit | code: {from: x, to: y} | WRONG_MAPPING | «item.code.to»: unknown field
                        name: sample | 'name: [' | WRONG_MAPPING | Line
                        """)
        void is_refused_naming_the_place(String right, String wrong, Reason reason, String says) {
            ImportRefused refused =
                    refusal(() -> MAPPINGS.find(Sample.yaml("").replace(right, wrong)));

            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.inEnglish()).contains(says);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        log: {delimiter: ";"}            | «log.delimiter»: unknown field
                        log: {separator: ";;"}           | «log.separator»
                        log: {timestampFormat: "bbb"}    | «log.timestampFormat»
                        log: {only: complete}            | «log.only»
                        log: {caseId: ""}                | «log.caseId»: an empty text
                        zones: A                         | «zones»: unknown field
                        statutory: soon                  | «statutory»: soon
                        kind: quick                      | «kind»: quick
                        offsets: wrong                   | «offsets»: wrong
                        zone: {from: x}                  | «zone»: an object
                        """)
        void is_refused_for_what_is_too_much(String more, String says) {
            ImportRefused refused = refusal(() -> MAPPINGS.find(Sample.yaml(more)));

            assertThat(refused.reason()).isEqualTo(Reason.WRONG_MAPPING);
            assertThat(refused.inEnglish()).contains(says);
        }

        @Test
        void that_is_no_mapping_at_all_is_refused() {
            assertThat(refusal(() -> MAPPINGS.find("- a\n- b")).reason())
                    .isEqualTo(Reason.WRONG_MAPPING);
            assertThat(refusal(() -> MAPPINGS.find("# nothing")).reason())
                    .isEqualTo(Reason.WRONG_MAPPING);
            assertThat(refusal(() -> MAPPINGS.find(Sample.yaml("---\nname: second"))).reason())
                    .isEqualTo(Reason.WRONG_MAPPING);
            assertThat(refusal(() -> MAPPINGS.find("#" + "x".repeat(70_000))).reason())
                    .isEqualTo(Reason.WRONG_MAPPING);
        }
    }
}
