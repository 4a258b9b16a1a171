package org.chengnuo.approval.construction;

import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.ItemCode;
import org.jspecify.annotations.Nullable;

/**
 * Something without which construction may not start.
 *
 * @param item null where it is the land itself
 * @param itemClass of the item, for this project
 * @param parcel null where it concerns the whole project
 */
public record Missing(
        @Nullable ItemCode item,
        @Nullable ItemClass itemClass,
        @Nullable ParcelCode parcel,
        NextStep nextStep) {

    @Override
    public String toString() {
        String what = item == null ? "land" : item.toString();
        return "%s%s (%s)"
                .formatted(what, parcel == null ? "" : " of parcel " + parcel, nextStep.english());
    }

    /** What is to be done about it. */
    public enum NextStep {
        SUPPLY_LAND("办理供地", "have the land supplied"),
        ORDER_SERVICE("由政府部门启动统一服务", "the government orders its service"),
        DELIVER_SERVICE("由政府部门完成统一服务", "the government delivers its service"),
        FILE("向综合窗口申报", "file the item at the window"),
        AWAIT_DECISION("等待审批决定", "await the decision"),
        AWAIT_RECORD("等待备案完成", "await the record"),
        COMMIT_OR_FILE("签署承诺书，或者按程序申报", "commit to the item, or file it"),
        SUBMIT_LETTER("提交承诺书", "submit the commitment letter"),
        WITHDRAW_OR_DECLINE(
                "异议成立，撤回承诺书或者不予受理承诺后按程序申报",
                "an objection was upheld: the letter is withdrawn or declined, and the item filed"),
        AWAIT_EFFECT("等待预审和公示结束", "await the pre-check and the publicity");

        private final String chinese;
        private final String english;

        NextStep(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
