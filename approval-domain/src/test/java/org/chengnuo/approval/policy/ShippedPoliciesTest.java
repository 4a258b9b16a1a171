package org.chengnuo.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chengnuo.approval.Story.at;

import org.chengnuo.approval.calendar.ShippedCalendars;
import org.chengnuo.approval.clock.TimeLimit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    class AFile {

        private static final String HEAD =
                """
                # A comment
                #! in force from = 2017-12-31T16:00:00Z
                #! calendar = cn
                #! correction window, working days = 5
                #! late entry after = PT1H
                #! yellow card at percent of the promised limit = 90
                """;

        private static final String ITEM =
                "x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD,10 WD\n";

        @Test
        void isReadLineByLine() {
            var edition = ShippedPolicies.read("2030.csv", new StringReader(HEAD + "\n" + ITEM));

            assertThat(edition.name()).isEqualTo("2030");
            assertThat(edition.inForceFrom()).isEqualTo(Instant.parse("2017-12-31T16:00:00Z"));
            assertThat(edition.items()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD,10 WD      | scheme:code
                        x:permit,许可,Permit,APPROVAL,住建,PROMISED,12 WD,20 WD,10 WD         | APPROVAL
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12,20 WD,10 WD       | 12
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD 1,20 WD,10 WD  | 12 WD 1
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,twelve WD,20 WD,     | twelve
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 days,20 WD,       | days
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,,20 WD,              | promised
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD          | 9 columns, not 8
                        x:permit,许可,Permit,KEPT_APPROVAL,住建,PROMISED,12 WD,20 WD,,        | 9 columns, not 10
                        """)
        void thatIsMalformedIsRefusedWithFileAndLine(String line, String what) {
            assertThatIllegalStateException()
                    .isThrownBy(
                            () ->
                                    ShippedPolicies.read(
                                            "2030.csv", new StringReader(HEAD + ITEM + line)))
                    .withMessageStartingWith("2030.csv, line 8: ")
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
                                            new StringReader(HEAD.replace(right, wrong) + ITEM)))
                    .withMessageStartingWith("2030.csv: ")
                    .withMessageContaining(name);
        }

        @Test
        void hasAnItemOnce() {
            assertThatIllegalStateException()
                    .isThrownBy(
                            () ->
                                    ShippedPolicies.read(
                                            "2030.csv", new StringReader(HEAD + ITEM + ITEM)))
                    .withMessageContaining("2030.csv")
                    .withMessageContaining("x:permit twice");
        }
    }
}
