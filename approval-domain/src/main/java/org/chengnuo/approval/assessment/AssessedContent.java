package org.chengnuo.approval.assessment;

import java.math.BigDecimal;

/**
 * What is assessed 考核内容.
 *
 * @param code unique in its scheme
 * @param indicator the code of the indicator that is its value
 * @param weight the points that it is worth 分值; 0 of a veto
 */
public record AssessedContent(
        String code,
        String english,
        String chinese,
        String indicator,
        BigDecimal weight,
        Scoring scoring) {

    /** Whether it gives no points, but can take the rank away. */
    public boolean vetoes() {
        return scoring.veto() != null;
    }

    BigDecimal mostPoints() {
        return scoring.method().most(weight);
    }
}
