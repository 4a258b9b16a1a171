package org.chengnuo.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.OfficeAt;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.project.Exclusion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.Reader;
import java.io.StringReader;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

class ShippedPoliciesTest {

    static List<PolicyEdition> editions() {
        return ShippedPolicies.all();
    }

    private static Map<ItemClass, Long> classes(String edition) {
        return ShippedPolicies.named(edition).items().stream()
                .collect(Collectors.groupingBy(PolicyItem::itemClass, Collectors.counting()));
    }

    @Test
    void sixWereKeptAndTwelveCommittedToIn2018() {
        assertThat(classes("2018"))
                .containsEntry(ItemClass.KEPT_APPROVAL, 6L)
                .containsEntry(ItemClass.COMMITMENT, 12L)
                .containsEntry(ItemClass.GOVERNMENT_SERVICE, 6L)
                .containsEntry(ItemClass.FILING_ONLY, 2L)
                .doesNotContainKey(ItemClass.CANCELLED);
    }

    @Test
    void theClassBelongsToTheItemUnderItsEdition() {
        assertThat(classes("2021"))
                .containsEntry(ItemClass.KEPT_APPROVAL, 7L)
                .containsEntry(ItemClass.COMMITMENT, 6L)
                .containsEntry(ItemClass.GOVERNMENT_SERVICE, 11L)
                .containsEntry(ItemClass.FILING_ONLY, 2L)
                .containsEntry(ItemClass.CANCELLED, 1L);
        var eia = ItemCode.of("cn-shanxi:eia-form");
        assertThat(ShippedPolicies.named("2018").item(eia))
                .hasValueSatisfying(
                        item -> assertThat(item.itemClass()).isEqualTo(ItemClass.KEPT_APPROVAL));
        assertThat(ShippedPolicies.named("2021").item(eia))
                .hasValueSatisfying(
                        item -> assertThat(item.itemClass()).isEqualTo(ItemClass.COMMITMENT));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void thePromiseIsNeverLongerThanTheLaw(PolicyEdition edition) {
        for (PolicyItem item : edition.items()) {
            TimeLimit statutory = item.statutory();
            if (statutory != null && statutory.unit() == item.promised().unit()) {
                assertThat(item.promised().amount())
                        .as("%s under %s", item.code(), edition.name())
                        .isLessThanOrEqualTo(statutory.amount());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void anExtensionIsInTheUnitOfTheLimitThatItExtends(PolicyEdition edition) {
        for (PolicyItem item : edition.items()) {
            TimeLimit extension = item.extension();
            if (extension != null) {
                assertThat(item.statutory())
                        .as("%s under %s", item.code(), edition.name())
                        .isNotNull()
                        .satisfies(limit -> assertThat(limit.unit()).isEqualTo(extension.unit()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void anEditionCountsByACalendarThatThereIs(PolicyEdition edition) {
        assertThatCode(() -> ShippedCalendars.named(edition.calendar())).doesNotThrowAnyException();
        assertThat(edition.correctionWindow()).isEqualTo(5);
        assertThat(edition.lateEntryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(edition.warnings().yellowAtPercent()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-01-01T00:00, 2018",
        "2017-12-31T23:59:59, 2018",
        "2018-01-01T00:00, 2018",
        "2020-12-31T23:59:59, 2018",
        "2021-01-01T00:00, 2021",
        "2030-06-01T00:00, 2021"
    })
    void theEditionInForceIsThatOfTheDayInChina(String local, String edition) {
        assertThat(ShippedPolicies.inForce(at(local)).name()).isEqualTo(edition);
    }

    @Test
    void anUnknownEditionIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShippedPolicies.named("2019"))
                .withMessageContaining("«2019»")
                .withMessageContaining("[2018, 2021]");
    }

    @Nested
    class WhatIsNewIn2021 {

        private final PolicyContent content = ShippedPolicies.named("2021").content();

        @Test
        void aStandardWithItsIndicators() {
            Standard standard = content.standard("standard-land-2021-1").orElseThrow();

            assertThat(standard.indicators())
                    .extracting(Standard.Indicator::chinese)
                    .containsExactly("固定资产投资强度", "容积率", "单位能耗", "单位排放", "亩均税收");
            assertThat(standard.text().lines()).hasSize(5);
            assertThat(standard.text()).contains("不低于240万元/亩").doesNotContain("#");
            assertThat(standard.hash()).matches("[0-9a-f]{64}");
        }

        @Test
        void whatIsExcludedAndWhy() {
            assertThat(content.eligibility()).hasSize(5);
            assertThat(content.eligibility().stream().flatMap(rule -> rule.exclusions().stream()))
                    .containsExactlyInAnyOrder(Exclusion.values());
        }

        @Test
        void howACommitmentIsShownAndACorrectionAnswered() {
            assertThat(content.publicity())
                    .isEqualTo(new Publicity(TimeLimit.workingDays(1), TimeLimit.workingDays(7)));
            assertThat(content.answerWindow()).isEqualTo(new TimeLimit(30, LimitUnit.ND));
            assertThat(content.deemedBySilence()).isFalse();
            assertThat(content.creditMeasures()).hasSizeGreaterThan(3);
        }

        @Test
        void onWhichGroundsAReviewIsStopped() {
            assertThat(content.item(ItemCode.of("cn-shanxi:fire-design-review")))
                    .hasValueSatisfying(
                            item ->
                                    assertThat(item.grounds())
                                            .containsExactly(StopGround.EXPERT_REVIEW));
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aShippedEditionIsComplete(PolicyEdition edition) {
        assertThat(Completeness.of(edition.content(), OfficeAt.local("2026-11-20T10:00")))
                .isEmpty();
    }

    /** What is shipped never changes: a correction is a new edition, which is published. */
    @ParameterizedTest
    @CsvSource({
        "2018.csv, 51f786ae22c37e79cd68550ab52ce519235c951f46468641ebe64b4b81ed9d54",
        "2021.csv, 0dec3e40bee8f74b00322f0e95260c50005d4e09276981d4037a4a3a2e6a05ab",
        "standard-land-2018-1.csv,"
                + " b0889ee1f362aea1370406b8e4dea1df72da63ad8dc4b2849c08fbcf624d525b",
        "standard-land-2018-1.txt,"
                + " 4170de0573167e368cd7f68123ab99b6268b3b2de4fc0496ba46e4e92c6fe8c5",
        "standard-land-2021-1.csv,"
                + " 677bcca87e214b3a7c4e918ecb6a27bc607d39bc51eef290318b82f2ed50452f",
        "standard-land-2021-1.txt,"
                + " 46a6e3a331ed9d34e1d6db107f15f459a847699ae774525607a6c69bb36fb268",
        "eligibility-2018.csv, ef1fa1ab55bb8797c73737b81c34888ff26155f19db3a3aaad26446d5ae945cd",
        "eligibility-2021.csv, df4b907361d377ac1f3fb6b8951627d0ee6ef1a5437fcc726b5f823b22d38d42",
        "credit-measures.csv, 2ccbeaf0dcf77b7a58dca6f74fd25f2c345ebcfb4d2fbd9c9f6f4b31c62350f8"
    })
    void aShippedFileNeverChanges(String file, String hash) throws Exception {
        try (var in = ShippedPolicies.class.getResourceAsStream(file)) {
            assertThat(in).isNotNull();
            assertThat(
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256")
                                                    .digest(in.readAllBytes())))
                    .isEqualTo(hash);
        }
    }

    @Nested
    class AFile {

        private static final String HEAD =
                """
                # A comment
                #! in force from = 2017-12-31T16:00:00Z
                #! calendar = cn
                #! correction window, working days = 5
                #! late entry after = PT1H
                #! yellow card at percent of the promised limit = 90
                #! pre-check = 1 WD
                #! publicity = 7 WD
                #! deemed by silence = off
                """;

        private static final Function<String, Reader> NO_OTHER_FILE =
                file -> {
                    throw new AssertionError(file);
                };

        private static final String ITEM =
                "x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD,10 WD,before start,all\n";

        @Test
        void isReadLineByLine() {
            var edition =
                    ShippedPolicies.read(
                            "2030.csv", new StringReader(HEAD + "\n" + ITEM), NO_OTHER_FILE);

            assertThat(edition.name()).isEqualTo("2030");
            assertThat(edition.inForceFrom()).isEqualTo(Instant.parse("2017-12-31T16:00:00Z"));
            assertThat(edition.items()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD,10 WD,,        | scheme:code
                        x:permit,许可,Permit,APPROVAL,住建,PROMISED,12 WD,20 WD,10 WD,,           | APPROVAL
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12,20 WD,10 WD,,         | 12
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD 1,20 WD,10 WD,,    | 12 WD 1
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,twelve WD,20 WD,,,       | twelve
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 days,20 WD,,,         | days
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,,20 WD,,,                | promised
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD,,,SLEEP        | SLEEP
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD              | 11 columns, not 8
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD,,,,           | 11 columns, not 12
                        """)
        void thatIsMalformedIsRefusedWithFileAndLine(String line, String what) {
            assertThatIllegalStateException()
                    .isThrownBy(
                            () ->
                                    ShippedPolicies.read(
                                            "2030.csv",
                                            new StringReader(HEAD + ITEM + line),
                                            NO_OTHER_FILE))
                    .withMessageStartingWith("2030.csv, line 11: ")
                    .withMessageContaining(what);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        calendar = cn               | calender = cn             | calendar
                        late entry after = PT1H     | late entry after = 1 hour | late entry after
                        2017-12-31T16:00:00Z        | 2018-01-01                | in force from
                        working days = 5            | working days = five       | correction window
                        """)
        void whoseHeadIsMalformedIsRefusedWithTheNameOfTheValue(
                String right, String wrong, String name) {
            assertThatIllegalStateException()
                    .isThrownBy(
                            () ->
                                    ShippedPolicies.read(
                                            "2030.csv",
                                            new StringReader(HEAD.replace(right, wrong) + ITEM),
                                            NO_OTHER_FILE))
                    .withMessageStartingWith("2030.csv: ")
                    .withMessageContaining(name);
        }

        @Test
        void hasAnItemOnce() {
            assertThatIllegalStateException()
                    .isThrownBy(
                            () ->
                                    ShippedPolicies.read(
                                            "2030.csv",
                                            new StringReader(HEAD + ITEM + ITEM),
                                            NO_OTHER_FILE))
                    .withMessageContaining("2030.csv")
                    .withMessageContaining("x:permit is there twice");
        }
    }
}
