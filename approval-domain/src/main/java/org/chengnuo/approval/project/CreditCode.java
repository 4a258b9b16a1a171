package org.chengnuo.approval.project;

import java.util.Locale;

/**
 * Unified social credit code 统一社会信用代码 (GB 32100-2015): 18 characters, the last one a check
 * character. Its region digits are those of the registration and are not held against today's list.
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /**
     * @throws IllegalArgumentException if the text is no credit code, saying why
     */
    public CreditCode {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (value.length() != 18) {
            throw new IllegalArgumentException(
                    "a unified social credit code has 18 characters, not %d"
                            .formatted(value.length()));
        }
        char right = checkCharacter(value);
        if (value.charAt(17) != right) {
            throw new IllegalArgumentException(
                    "the check character of the credit code %s is %s, not %s"
                            .formatted(value, right, value.charAt(17)));
        }
    }

    /**
     * The code of which the first 17 characters are given, with the check character that belongs to
     * them.
     *
     * @throws IllegalArgumentException if they are not 17 characters of the alphabet
     */
    public static CreditCode ofFirst17(String characters) {
        if (characters.length() != 17) {
            throw new IllegalArgumentException("17 characters, not " + characters.length());
        }
        return new CreditCode(characters + checkCharacter(characters));
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += digit(code.charAt(i), i) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static int digit(char c, int at) {
        int digit = ALPHABET.indexOf(c);
        if (digit < 0) {
            throw new IllegalArgumentException(
                    "a unified social credit code has no «%s» (character %d); it uses %s"
                            .formatted(c, at + 1, ALPHABET));
        }
        return digit;
    }

    @Override
    public String toString() {
        return value;
    }
}
