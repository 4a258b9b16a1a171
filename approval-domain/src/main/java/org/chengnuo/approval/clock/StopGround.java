package org.chengnuo.approval.clock;

/**
 * The grounds on which time does not count: the closed list of the Administrative Licensing Law,
 * Art. 45. An on-site survey, asking other departments or a correction after acceptance are not on
 * it.
 */
public enum StopGround {
    HEARING("听证"),
    TENDER("招标"),
    AUCTION("拍卖"),
    /** Of goods. */
    INSPECTION("检验"),
    TESTING("检测"),
    QUARANTINE("检疫"),
    APPRAISAL("鉴定"),
    EXPERT_REVIEW("专家评审");

    private final String chinese;

    StopGround(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
