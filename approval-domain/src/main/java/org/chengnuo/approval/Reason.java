package org.chengnuo.approval;

import org.jspecify.annotations.Nullable;

/** Why an act is refused: a closed list. ALL is the Administrative Licensing Law 行政许可法. */
public enum Reason {
    // Of any act
    IN_THE_FUTURE(null, null, "The act lies in the future", "行为时间晚于当前时间"),
    BEFORE_PRECEDING_ACT(null, null, "The act lies before the one that precedes it", "行为时间早于前一行为"),

    BEFORE_THE_LAW(
            "ALL Art. 83",
            "occurredAt",
            "The act lies before the law came into force",
            "行为时间早于行政许可法施行之日"),
    BEFORE_REGISTRATION(
            null, "occurredAt", "The act lies before the project's registration", "行为时间早于项目登记"),

    // Of the project
    PROJECT_UNKNOWN(null, null, "There is no such project", "项目不存在"),
    PROJECT_EXISTS(null, null, "The project is registered already", "项目已登记"),
    SAME_PROJECT_CODE(null, "projectCode", "The project has this code already", "项目代码未变更"),
    FILING_UNKNOWN(null, null, "The project has no such filing", "办件不存在"),
    ITEM_UNKNOWN(null, "item", "The policy edition has no such item", "政策版本中无此事项"),
    ITEM_NEEDS_NO_FILING(
            null,
            "item",
            "The enterprise does not file this item: it is served, committed to or cancelled",
            "该事项无需企业申报"),
    HISTORY_IS_CLOSED(null, null, "Imported history takes no further acts", "导入的历史办件不可再办理"),

    // Of the stage that the filing has reached
    NOT_RECEIVED(null, null, "The filing has not been received", "办件尚未接件"),
    ALREADY_RECEIVED(null, null, "The filing has been received already", "办件已接件"),
    CORRECTION_OPEN("ALL Art. 32", null, "The correction has not been answered", "补正尚未完成"),
    NO_CORRECTION_OPEN("ALL Art. 32", null, "No correction has been requested", "没有待完成的补正"),
    NOT_ACCEPTED("ALL Art. 32", null, "The filing has not been accepted", "办件尚未受理"),
    ALREADY_ACCEPTED("ALL Art. 32", null, "The filing has been accepted already", "办件已受理"),
    CLOCK_STOPPED("ALL Art. 45", null, "A special procedure is open", "特别程序进行中"),
    CLOCK_RUNNING("ALL Art. 45", null, "No special procedure is open", "没有进行中的特别程序"),
    OTHER_PROCEDURE_OPEN(
            "ALL Art. 45", "procedure", "Another special procedure is open", "进行中的是另一特别程序"),
    NOT_DECIDED(null, null, "The filing has not been decided", "办件尚未办结"),
    ALREADY_DECIDED(null, null, "The filing has been decided already", "办件已办结"),
    ALREADY_DELIVERED("ALL Art. 44", null, "The decision has been delivered already", "决定已送达"),
    CLOSED(null, null, "The filing is closed", "办件已终结"),
    NOT_GRANTED("ALL Art. 69", null, "Nothing was granted that could be revoked", "未作出准予决定，无从撤销"),

    // Of the rules, one for each article
    CORRECTION_ONLY_ONCE(
            "ALL Art. 32(4)", null, "A correction is requested once, and all of it", "补正应当一次告知"),
    CORRECTION_WINDOW_CLOSED(
            "ALL Art. 32(4)",
            null,
            "A correction is requested within the window, or the filing counts as accepted",
            "逾期未告知补正的，自收到之日起即为受理"),
    ACCEPTED_BY_LAW(
            "ALL Art. 32(4)",
            null,
            "No correction was requested in time: the filing counts as accepted from its receipt",
            "逾期未告知补正，自收到之日起已视为受理"),
    CORRECTION_WINDOW_OPEN(
            "ALL Art. 32(4)",
            null,
            "The window for the correction notice has not lapsed",
            "一次告知期限尚未届满"),
    CORRECTION_WAS_REQUESTED(
            "ALL Art. 32(4)",
            null,
            "A correction was requested in time, so the filing does not count as accepted",
            "已依法告知补正，不视为受理"),
    CORRECTION_NOTICE_MISSING(
            "ALL Art. 32(4)",
            "notice",
            "The applicant is told in writing what is to be corrected",
            "应当书面告知申请人需要补正的内容"),
    DEFICIENCIES_MISSING(
            "ALL Art. 32(4)",
            "deficiencies",
            "A correction notice lists everything that is to be corrected",
            "补正通知应列明全部需要补正的内容"),
    RECEIPT_MISSING(
            "ALL Art. 32",
            "receipt",
            "Acceptance and its refusal are given as a dated written receipt",
            "受理或者不予受理应当出具加盖印章和注明日期的书面凭证"),
    REASONS_MISSING("ALL Art. 38", "reasons", "A refusal gives its reasons", "不予许可应当说明理由"),
    REMEDIES_MISSING(
            "ALL Art. 38",
            "remedies",
            "A refusal tells the applicant's remedies",
            "不予许可应当告知申请人救济权利"),
    NOTICE_MISSING(
            "ALL Art. 45",
            "notice",
            "The applicant is told of the special procedure in writing",
            "应当将特别程序书面告知申请人"),
    ANNOUNCED_LENGTH_MISSING(
            "ALL Art. 45",
            "announced",
            "The notice of a special procedure says how long it takes",
            "特别程序告知书应写明所需时间"),
    EXTENSION_ONLY_ONCE("ALL Art. 42", null, "The review is extended once", "审查期限只能延长一次"),
    EXTENSION_TOO_LONG(
            "ALL Art. 42", "by", "The extension is longer than the law allows", "延长期限超过法定上限"),
    EXTENSION_TOO_LATE(
            "ALL Art. 42",
            null,
            "The limit has passed: it can no longer be extended",
            "期限已届满，不得再延长"),
    APPROVER_MISSING(
            "ALL Art. 42",
            "approver",
            "An extension is approved by the head of the authority",
            "延长期限应经行政机关负责人批准"),
    EXTENSION_REASON_MISSING(
            "ALL Art. 42",
            "reason",
            "The reason of the extension is told to the applicant",
            "应当将延长期限的理由告知申请人"),
    DOCUMENT_MISSING(
            "ALL Art. 38",
            "document",
            "A decision is made in writing and has a number",
            "应当作出书面决定"),
    DOCUMENTS_TO_FOLLOW_MISSING(
            null,
            "documentsToFollow",
            "A grant with documents to follow names the documents",
            "容缺办结应列明待补材料"),
    RECORDED_NOT_DECIDED(
            null,
            null,
            "This item is filed for the record: it is recorded, never decided",
            "备案事项不作许可决定"),
    DECIDED_NOT_RECORDED(null, null, "This item is decided, not filed for the record", "该事项不属于备案"),
    REVOCATION_REASON_MISSING(
            "ALL Art. 69", "reason", "A revocation states its reason", "撤销许可应当说明理由"),

    // Of the policy editions
    POLICY_EDITION_UNKNOWN(null, null, "There is no such policy edition", "政策版本不存在"),
    POLICY_EDITION_NOT_PUBLISHED(null, null, "The policy edition is a draft", "政策版本尚为草案"),
    POLICY_EDITION_PUBLISHED(
            null,
            null,
            "The policy edition has been published: a correction is a new edition",
            "政策版本已发布，更正应另行发布新版本"),
    POLICY_EDITION_SUPERSEDED(null, null, "The policy edition has been superseded", "政策版本已被取代"),
    POLICY_EDITION_INCOMPLETE(null, "content", "The policy edition is not complete", "政策版本内容不完整"),
    SUPERSEDED_OUTSIDE_ITS_VALIDITY(
            null,
            "until",
            "A policy edition ends after it began, and not after its planned end",
            "政策版本的终止时间应晚于生效时间且不晚于预定终止时间"),
    SUPERSESSION_REASON_MISSING(
            null, "reason", "It is said why a policy edition is superseded", "取代政策版本应当说明理由"),
    POLICY_GAP(
            null,
            "until",
            "Whoever registers a project after that would be under no policy edition",
            "此后登记的项目将无政策版本可适用"),

    // Of the calendars
    CALENDAR_UNKNOWN(null, null, "There is no such calendar", "工作日历不存在"),
    CALENDAR_EXISTS(null, null, "There is a calendar of this name", "同名工作日历已存在"),
    CALENDAR_INCOMPLETE(null, "notices", "The calendar is not complete", "工作日历内容不完整"),
    NOTICE_INCOMPLETE(null, "days", "The notice is not right", "放假调休通知内容有误"),
    NOTICE_WORKS_BACKWARDS(
            null,
            "knownFrom",
            "A notice works from a moment after its recording: what has been counted is not counted"
                    + " anew",
            "通知自录入之后起生效，已计算的期限不重新计算");

    private final @Nullable String article;
    private final @Nullable String field;
    private final String english;
    private final String chinese;

    Reason(@Nullable String article, @Nullable String field, String english, String chinese) {
        this.article = article;
        this.field = field;
        this.english = english;
        this.chinese = chinese;
    }

    /** The article that the refusal rests on; null where it follows from the order of things. */
    public @Nullable String article() {
        return article;
    }

    /** The field of the request that has to change; null where none would help. */
    public @Nullable String field() {
        return field;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }
}
