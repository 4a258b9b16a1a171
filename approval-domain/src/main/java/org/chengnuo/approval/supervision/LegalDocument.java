package org.chengnuo.approval.supervision;

import java.time.LocalDate;

/**
 * A legally effective document 生效法律文书, without which no credit measure may be proposed.
 *
 * @param kind as {@code 行政处罚决定书} or {@code 判决书}
 * @param effective the day from which it is effective
 */
public record LegalDocument(String kind, String number, LocalDate effective) {}
