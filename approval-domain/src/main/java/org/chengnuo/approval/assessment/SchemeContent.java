package org.chengnuo.approval.assessment;

import org.chengnuo.approval.project.ZoneCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a scheme says.
 *
 * @param from the first day of the periods that it assesses
 * @param to the first day after them
 */
public record SchemeContent(
        String english,
        String chinese,
        LocalDate from,
        LocalDate to,
        List<ZoneCode> zones,
        List<AssessedContent> contents) {

    public SchemeContent {
        zones = List.copyOf(zones);
        contents = List.copyOf(contents);
    }

    public Optional<AssessedContent> content(String code) {
        return contents.stream().filter(content -> content.code().equals(code)).findFirst();
    }

    public boolean covers(AssessmentPeriod period) {
        return !period.from().isBefore(from) && !period.to().isAfter(to);
    }
}
