package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.policy.ItemCode;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of mappings and logs for values of the domain. */
final class Words {

    static final String LIMIT = "a number and ND, WD, NH or WH, such as 20 WD";

    private static final Pattern LIMIT_FORM = Pattern.compile("(\\d{1,5}) (ND|WD|NH|WH)");

    private Words() {}

    /** A text is no such value; the message says what would be right. */
    static final class Wrong extends RuntimeException {

        Wrong(String expected) {
            super(expected);
        }
    }

    /** The name of a value as one writes it, {@code in-lower-case}. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As one writes it, or as our interfaces do: {@code expert-review}, {@code EXPERT_REVIEW}. */
    static <E extends Enum<E>> E of(Class<E> type, String text) {
        List<E> values = List.of(type.getEnumConstants());
        return values.stream()
                .filter(value -> value.name().equals(text) || of(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new Wrong(all(values)));
    }

    static String all(List<? extends Enum<?>> values) {
        return values.stream().map(Words::of).collect(Collectors.joining(", "));
    }

    static String partOfItem(String text) {
        try {
            return new ItemCode(text, text).code();
        } catch (IllegalArgumentException wrong) {
            throw new Wrong("scheme and code of 1 to 64 characters, without a colon");
        }
    }

    static TimeLimit limit(String text) {
        Matcher limit = LIMIT_FORM.matcher(text);
        if (!limit.matches()) {
            throw new Wrong(LIMIT);
        }
        try {
            return new TimeLimit(
                    Integer.parseInt(limit.group(1)), LimitUnit.valueOf(limit.group(2)));
        } catch (IllegalArgumentException tooLong) {
            throw new Wrong(LIMIT);
        }
    }

    /** A limit by which another is made longer. */
    static TimeLimit length(String text) {
        TimeLimit length = limit(text);
        if (length.amount() == 0) {
            throw new Wrong("at least 1, and " + LIMIT);
        }
        return length;
    }
}
