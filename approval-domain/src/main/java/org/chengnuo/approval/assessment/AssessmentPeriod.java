package org.chengnuo.approval.assessment;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is assessed at once: a year ({@code 2020}), a quarter ({@code 2020-Q3}) or a month ({@code
 * 2020-07}).
 *
 * @param from the first day
 * @param to the first day after it
 */
public record AssessmentPeriod(String text, LocalDate from, LocalDate to) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?");

    /**
     * @throws IllegalArgumentException if the text is no period
     */
    public static AssessmentPeriod of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a period is a year, a quarter or a month, as in 2020, 2020-Q3 or 2020-07, not"
                            + " «%.32s»".formatted(text));
        }
        LocalDate year = LocalDate.of(Integer.parseInt(form.group(1)), 1, 1);
        if (form.group(2) != null) {
            LocalDate quarter = year.plusMonths(3L * (Integer.parseInt(form.group(2)) - 1));
            return new AssessmentPeriod(text, quarter, quarter.plusMonths(3));
        }
        if (form.group(3) != null) {
            LocalDate month = year.withMonth(Integer.parseInt(form.group(3)));
            return new AssessmentPeriod(text, month, month.plusMonths(1));
        }
        return new AssessmentPeriod(text, year, year.plusYears(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
