package org.chengnuo.approval.policy;

/**
 * What happens to an item. The class belongs to an item under an edition, never to the item alone.
 */
public enum ItemClass {
    /** The enterprise files, the service center accepts, a department decides within a limit. */
    KEPT_APPROVAL("保留审批"),
    /** The government does it itself, before land supply. */
    GOVERNMENT_SERVICE("政府统一服务"),
    /** The enterprise commits to it in writing; checked afterwards. */
    COMMITMENT("企业承诺"),
    /** Filed for the record: complete when complete information has been received. */
    FILING_ONLY("备案"),
    CANCELLED("取消");

    private final String chinese;

    ItemClass(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /**
     * Whether the enterprise may file the item: a commitment is voluntary, so what it does not
     * commit to goes the ordinary way.
     */
    public boolean isFiled() {
        return this == KEPT_APPROVAL || this == COMMITMENT || this == FILING_ONLY;
    }
}
