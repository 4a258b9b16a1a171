package org.chengnuo.approval.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.policy.ItemCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Identifiers and values as people write them, rightly and wrongly. */
class IdentifiersTest {

    private static final String UUID_TEXT = "0195d7a0-0000-7000-8000-000000000001";

    @Nested
    class TheCreditCode {

        @ParameterizedTest
        @ValueSource(strings = {"11320000MB151840XJ", "12451422MB0173307F", "11370724004296806Q"})
        void isAcceptedWithItsCheckCharacter(String code) {
            assertThat(new CreditCode(code)).hasToString(code);
        }

        @Test
        void isReadAsItIsWrittenByHand() {
            assertThat(new CreditCode("  11320000mb151840xj\n"))
                    .isEqualTo(new CreditCode("11320000MB151840XJ"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        91350100M000100Y4Z  | is 3, not Z
                        91310115MA1H8R7C6D  | check character
                        1132OOOOMB151840XJ  | no «O» (character 5)
                        11320000MB151840X   | 18 characters, not 17
                        11320000MB151840XJ1 | 18 characters, not 19
                        ''                  | 18 characters, not 0
                        1132000０MB151840XJ  | no «０» (character 8)
                        """)
        void isRefusedWithWhatIsWrong(String code, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CreditCode(code))
                    .withMessageContaining(why);
        }

        @Test
        void isWrongWithAnyOtherLastCharacter() {
            for (char last : "0123456789ABCDEFGHKLMNPQRTUWXYIOSVZ".toCharArray()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new CreditCode("11320000MB151840X" + last))
                        .withMessageContaining("is J, not " + last);
            }
        }
    }

    @Nested
    class TheProjectCode {

        @ParameterizedTest
        @ValueSource(strings = {"2018-141002-33-03-012345", " 2104-141081-04-01-000001 "})
        void hasAYearOrSinceThenAYearAndMonth(String code) {
            assertThat(new ProjectCode(code)).hasToString(code.strip());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "20181410023303012345",
                    "2018-141002-33-03-01234",
                    "2018-141002-33-03-0123456",
                    "2018-14100A-33-03-012345",
                    "２０１８-141002-33-03-012345",
                    "2018-141002-33-03-012345\n2018-141002-33-03-012345"
                })
        void isRefusedInAnyOtherForm(String code) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ProjectCode(code))
                    .withMessageContaining("2018-141002-33-03-012345");
        }
    }

    @Nested
    class RegionIndustryZoneAndCenter {

        @Test
        void anIndustryKeepsItsLeadingZeros() {
            assertThat(new IndustryCode("0610")).hasToString("0610");
            assertThat(new IndustryCode(" C3311 ")).hasToString("C3311");
            assertThat(new IndustryCode("06")).isNotEqualTo(new IndustryCode("006"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "6", "61000", "U10", "c3311", "C", "33.11"})
        void anIndustryIsRefusedInAnyOtherForm(String code) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IndustryCode(code))
                    .withMessageContaining("«" + code + "»");
        }

        @Test
        void aRegionHasSixDigits() {
            assertThat(new RegionCode(" 141002")).hasToString("141002");
            for (String bad : new String[] {"", "14100", "1410021", "14100X", "１４１００２"}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new RegionCode(bad))
                        .withMessageContaining("six digits");
            }
        }

        @Test
        void aZoneAndACenterAreNamedByTheirPlace() {
            assertThat(new ZoneCode(" 临汾-01 ")).hasToString("临汾-01");
            assertThat(new CenterCode("LF_HALL.2")).hasToString("LF_HALL.2");
            for (String bad : new String[] {"", " ", "-01", "a b", "a/b", "a".repeat(65)}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new ZoneCode(bad))
                        .withMessageContaining("zone code");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new CenterCode(bad))
                        .withMessageContaining("service center code");
            }
        }
    }

    @Nested
    class AnAmountOfMoney {

        @ParameterizedTest
        @CsvSource({
            "12000000, 12000000.00",
            "0.1, 0.10",
            "1.230000, 1.23",
            "1.2E+7, 12000000.00",
            "0, 0.00",
            "0E+999999999, 0.00",
            "0E-999999999, 0.00",
            "999999999999999.99, 999999999999999.99"
        })
        void isCountedInFen(BigDecimal given, String counted) {
            assertThat(new Money(given).value()).hasToString(counted);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-0.01", "-1", "1E15", "1E+999999999"})
        void isNeitherNegativeNorAbsurd(String bad) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Money(new BigDecimal(bad)))
                    .withMessageContaining("0 to 10^15");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.001", "12.345", "1E-999999999"})
        void isNotFinerThanAFen(String bad) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () ->
                            assertThatIllegalArgumentException()
                                    .isThrownBy(() -> new Money(new BigDecimal(bad)))
                                    .withMessageContaining("fen"));
        }
    }

    @Nested
    class AnItem {

        @Test
        void isWrittenWithTheSchemeOfItsCode() {
            assertThat(ItemCode.of(" cn-shanxi : works-planning-permit "))
                    .isEqualTo(new ItemCode("cn-shanxi", "works-planning-permit"))
                    .hasToString("cn-shanxi:works-planning-permit");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "works-planning-permit", ":permit", "cn:", "a:b:c", " : "})
        void isRefusedInAnyOtherForm(String bad) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ItemCode.of(bad))
                    .withMessageMatching(".*(scheme:code|no colon).*");
        }
    }

    @Nested
    class AProjectAndItsFilings {

        @Test
        void areReadAsTheyAreWritten() {
            var filing = new FilingId(ProjectId.of(UUID_TEXT), 17);

            assertThat(filing).hasToString(UUID_TEXT + "-17");
            assertThat(FilingId.of(filing.toString())).isEqualTo(filing);
            assertThat(FilingId.of(UUID_TEXT.toUpperCase(java.util.Locale.ROOT) + "-17"))
                    .isEqualTo(filing);
            var last = new FilingId(ProjectId.of(UUID_TEXT), 999_999_999);
            assertThat(FilingId.of(last.toString())).isEqualTo(last);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "17",
                    UUID_TEXT,
                    UUID_TEXT + "-",
                    UUID_TEXT + "-x",
                    UUID_TEXT + "-+1",
                    UUID_TEXT + "--1",
                    UUID_TEXT + "-0",
                    UUID_TEXT + "-01",
                    UUID_TEXT + "-１",
                    UUID_TEXT + "-1 ",
                    UUID_TEXT + "-1.0",
                    UUID_TEXT + "-2147483648",
                    UUID_TEXT + "-99999999999999999999",
                    UUID_TEXT + "_1",
                    "0195d7a0-0000-7000-8000-00000000000x-1",
                    "0195d7a0-0000-7000-80000-00000000001-1"
                })
        void aFilingIsRefusedInAnyOtherForm(String bad) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FilingId.of(bad))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .withMessageMatching("a (filing|project) id is .*UUID.*«.*»");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "LF-2018-1",
                    "0195d7a0-0000-7000-8000-00000000000x",
                    "0195d7a0-0000-7000-80000-00000000001",
                    "0195d7a00000700080000000000000010000"
                })
        void aProjectIsRefusedInAnyOtherForm(String bad) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ProjectId.of(bad))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .withMessage("a project id is a UUID, not «%s»", bad);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 1_000_000_000})
        void filingsAreNumberedFromOne(int bad) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FilingId(new ProjectId(new UUID(0, 1)), bad))
                    .withMessageContaining("numbered from 1");
        }
    }

    private static final Map<String, Function<String, Object>> TEXTS =
            Map.of(
                    "credit code", CreditCode::new,
                    "project code", ProjectCode::new,
                    "region code", RegionCode::new,
                    "industry code", IndustryCode::new,
                    "zone code", ZoneCode::new,
                    "service center code", CenterCode::new,
                    "item", ItemCode::of,
                    "project id", ProjectId::of,
                    "filing id", FilingId::of);

    static Stream<String> kinds() {
        return TEXTS.keySet().stream();
    }

    private static ThrowingCallable reading(String kind, String text) {
        return () -> java.util.Objects.requireNonNull(TEXTS.get(kind)).apply(text);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOverlongTextIsRefusedInAShortSentence(String kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(reading(kind, "7".repeat(100_000)))
                .withMessageContaining(kind)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @SuppressWarnings("NullAway") // What the compiler forbids, a deserializer may still try.
    void aMissingTextIsRefusedAtOnce(String kind) {
        assertThatNullPointerException()
                .isThrownBy(reading(kind, null))
                .withMessageContaining("null");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingValueIsRefusedAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> new Money(null));
        assertThatNullPointerException().isThrownBy(() -> new ProjectId(null));
        assertThatNullPointerException().isThrownBy(() -> new FilingId(null, 1));
        assertThatNullPointerException().isThrownBy(() -> new ItemCode("cn-shanxi", null));
    }
}
