package org.chengnuo.approval.api.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengnuo.approval.api.letter.LetterVerification.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

class LetterVerificationTest {

    private static final Instant SINCE = Instant.parse("2026-09-01T01:30:15Z");

    private static LetterVerification of(@Nullable String hash) {
        return LetterVerification.of(Letters.letter(), true, SINCE, hash);
    }

    @Test
    void whoHoldsTheLetterIsToldWhatIsInIt() {
        LetterVerification verification = of(Letters.HASH);

        assertThat(verification.finding()).isEqualTo(Finding.AUTHENTIC);
        var shown = Objects.requireNonNull(verification.shown());
        assertThat(shown.number()).isEqualTo("承〔2026〕17号");
        assertThat(shown.enterprise()).isEqualTo("113200********40XJ");
        assertThat(shown.inForce()).isTrue();
        assertThat(shown.sinceMinute()).isEqualTo("2026-09-01 09:30");
        assertThat(shown.items()).hasSize(3);
    }

    @Test
    void theHashMayHaveBeenTypedOff() {
        assertThat(of(" " + Letters.HASH.toUpperCase(Locale.ROOT)).finding())
                .isEqualTo(Finding.AUTHENTIC);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"3f7a", "无"})
    void whoDoesNotIsToldNothing(@Nullable String hash) {
        LetterVerification verification = of(hash);
        assertThat(verification.finding()).isEqualTo(Finding.NOT_AUTHENTIC);
        assertThat(verification.shown()).isNull();
    }

    @Test
    void anUnknownLetterIsNoLetter() {
        assertThat(LetterVerification.unknown().finding()).isEqualTo(Finding.UNKNOWN);
        assertThat(LetterVerification.unknown().shown()).isNull();
    }
}
