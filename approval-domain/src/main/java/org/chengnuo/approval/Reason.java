package org.chengnuo.approval;

import org.jspecify.annotations.Nullable;

/**
 * Why an act is refused: a closed list. ALL is the Administrative Licensing Law 行政许可法, CL the
 * Construction Law 建筑法, CC the Civil Code 民法典.
 */
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
    REASON_MISSING(null, "reason", "The act states its reason", "应当说明理由"),
    AGENT_NOT_ENTRUSTED(
            "CC Art. 171",
            null,
            "The agent is not entrusted with this act at its time and now",
            "代办员未受托办理该事项，或者委托不在有效期内"),
    NOT_FOR_AN_AGENT(null, null, "This act is not one that an agent may do", "该行为不得由代办员代为办理"),

    // Of the project
    PROJECT_UNKNOWN(null, null, "There is no such project", "项目不存在"),
    PROJECT_EXISTS(null, null, "The project is registered already", "项目已登记"),
    SAME_PROJECT_CODE(null, "projectCode", "The project has this code already", "项目代码未变更"),
    PROJECT_WITHDRAWN(null, null, "The enterprise has withdrawn the project", "项目已由企业撤回"),
    PROJECT_TERMINATED(null, null, "The authority has terminated the project", "项目已被终止"),
    PROJECT_COMPLETED(
            null,
            null,
            "The construction is completed: the project can no longer be withdrawn",
            "项目已竣工，不得撤回"),
    SAME_EDITION(null, "edition", "The project is under this edition already", "项目已适用该政策版本"),
    EDITION_UNKNOWN(null, "edition", "There is no such policy edition", "政策版本不存在"),
    EDITION_NOT_FOR_PROJECT(
            null,
            "edition",
            "The policy edition is not for a project of this zone and type at that time",
            "该政策版本不适用于此开发区、项目类型或者时间"),
    EDITION_SETTLED(
            null,
            null,
            "Construction is cleared or started: the project stays under its edition",
            "项目已具备开工条件或者已开工，不再变更政策版本"),
    NOT_ELIGIBLE(
            null,
            null,
            "The project has not been found eligible under its policy edition",
            "项目未经评定符合承诺制条件"),
    ITEM_RULED_OUT(null, "item", "The item has been ruled out for the project", "该事项已认定不涉及"),
    ITEM_NOT_RULED_OUT(null, "item", "The item has not been ruled out", "该事项未认定为不涉及"),
    ITEM_BEING_FILED(null, "item", "A filing of the item is open", "该事项有正在办理的办件"),
    ITEM_FILED(null, "items", "The item has been filed: it is open, or granted", "该事项已申报办理，不得承诺"),
    ITEM_COVERED(null, "item", "A commitment letter covers the item", "该事项已由承诺书承诺"),
    AGENT_MISSING(
            "CC Art. 165", "agent", "The written entrustment names the agent", "授权委托书应当载明代理人"),
    ENTRUSTMENT_DOCUMENT_MISSING(
            "CC Art. 165", "document", "An agent is entrusted in writing", "委托代办应当有书面授权委托书"),
    ENTRUSTMENT_SCOPE_MISSING(
            "CC Art. 165", "scope", "The written entrustment says what for", "授权委托书应当载明代理权限"),
    ENTRUSTMENT_PERIOD_WRONG(
            "CC Art. 165",
            "until",
            "The written entrustment says from when until when",
            "授权委托书应当载明起止期限"),
    ENTRUSTMENT_UNKNOWN(null, null, "There is no such entrustment", "委托不存在"),
    ENTRUSTMENT_ENDED("CC Art. 173", null, "The entrustment has been ended already", "委托已终止"),

    // Of its parcels
    NOT_A_SERVICE(
            null, "item", "The item is no government service for this project", "该事项对此项目不属于政府统一服务"),
    SERVICE_NOT_ORDERED(
            null, null, "The service has not been ordered for the parcel", "该宗地的统一服务尚未启动"),
    SERVICE_ORDERED_ALREADY(null, null, "The service has been ordered already", "该宗地的统一服务已下达"),
    SERVICE_NOT_STARTED(null, null, "The service has not been started", "该宗地的统一服务尚未开展"),
    SERVICE_STARTED_ALREADY(null, null, "The service has been started already", "该宗地的统一服务已开展"),
    SERVICE_DELIVERED_ALREADY(null, null, "The service has been delivered already", "该宗地的统一服务已完成"),
    SERVICE_RESULT_MISSING(
            null, "document", "A service is delivered with a numbered result", "统一服务应当有成果文件及编号"),
    LAND_SUPPLIED_ALREADY(null, null, "The land has been supplied already", "该宗地已供地"),
    AREA_MISSING(null, "area", "The supplied land has an area in square metres", "供地应当载明面积"),
    LAND_DOCUMENT_MISSING(
            null,
            "document",
            "Land is supplied by a contract or a decision of allocation",
            "供地应当有出让合同或者划拨决定书"),

    // Of its construction
    START_CONDITIONS_MISSING(
            "CL Art. 7", null, "Something is missing that the start needs", "尚不具备开工条件"),
    START_CLEARED_ALREADY(null, null, "The start has been cleared already", "已同意开工"),
    NOT_STARTED(null, null, "Construction has not started", "项目尚未开工"),
    ALREADY_STARTED(null, null, "Construction has started already", "项目已开工"),
    MILESTONE_MISSING(null, "milestone", "A report names the milestone reached", "应当写明达到的进度节点"),
    NOT_COMPLETED(null, null, "Construction has not been reported as completed", "项目尚未竣工"),
    ALREADY_COMPLETED(null, null, "Construction has been reported as completed", "项目已竣工"),
    COMPLETION_NOT_ACCEPTED(
            "CL Art. 61", null, "The completion has not been accepted", "未经竣工联合验收合格，不得投产"),
    COMPLETION_ACCEPTED_ALREADY(
            null, null, "The completion has been accepted already", "竣工联合验收已通过"),
    IN_PRODUCTION(null, null, "The project is in production", "项目已投产"),

    // Of its commitments
    COMMITMENT_UNKNOWN(null, null, "The project has no such commitment", "承诺不存在"),
    FALSE_COMMITMENT_STANDS(
            null,
            null,
            "An earlier false commitment of the enterprise has not been repaired",
            "企业此前有虚假承诺且尚未完成信用修复"),
    LETTER_IN_FORCE(
            null, null, "A commitment letter is in force: eligibility is settled", "承诺书已生效，不再重新评定"),
    COMMITMENT_UNMET(
            null,
            null,
            "A commitment is unmet: the completion cannot be accepted",
            "承诺尚未履行，不得通过竣工联合验收"),
    ITEMS_UNSETTLED(
            null,
            null,
            "Something that the project needs has not been done, granted or committed to",
            "项目所需条件和事项尚未全部办理或者承诺，不得通过竣工联合验收"),
    RECTIFICATION_OUTSTANDING(
            null,
            null,
            "A rectification order has not been verified as rectified",
            "责令整改尚未通过复查，不得通过竣工联合验收"),
    FALSE_COMMITMENT_UNREMEDIED(
            null,
            null,
            "A false commitment of the project has been neither rectified, repaired nor set aside",
            "项目的虚假承诺尚未整改、修复或者撤销认定，不得通过竣工联合验收"),
    LETTER_NOT_SUBMITTED(null, null, "No letter has been submitted on this notice", "尚未提交承诺书"),
    LETTER_SUBMITTED_ALREADY(
            null, null, "A letter has been submitted on this notice already", "已提交承诺书"),
    NOT_PUBLIC(null, null, "The letter is not shown to the public yet", "承诺书尚未公示"),
    PRE_CHECK_PASSED_ALREADY(null, null, "The pre-check has been passed already", "预审已通过"),
    PUBLICITY_OVER(null, null, "The publicity of the letter has ended", "公示期已满"),
    NOT_IN_FORCE(null, null, "The letter is not in force", "承诺书尚未生效"),
    IN_FORCE_ALREADY(null, null, "The letter is in force already", "承诺书已生效"),
    COMMITMENT_CONCLUDED(
            null,
            null,
            "The matter of the commitment is concluded: fulfilled, or its completion accepted",
            "承诺事项已办结"),
    COMMITMENT_CLOSED(null, null, "The commitment was declined or withdrawn", "承诺未予受理或者已撤回"),
    COMMITMENT_ITEMS_MISSING(
            null, "items", "The items are named, each of them once", "应当逐项列明承诺事项，不得重复"),
    NOT_OPEN_TO_COMMITMENT(
            null,
            "items",
            "The item is not one to commit to for this project under its edition",
            "该事项不属于企业承诺事项"),
    STANDARD_UNKNOWN(null, "standard", "The policy edition has no such standard", "政策版本中无此标准"),
    COMMITMENT_NOTICE_MISSING(
            null,
            "notice",
            "The enterprise is told in writing, by a numbered notice",
            "应当以编号的书面告知书告知企业"),
    LETTER_NUMBER_MISSING(null, "number", "A commitment letter has a number", "承诺书应当编号"),
    LETTER_BEYOND_NOTICE(
            null,
            "items",
            "The letter commits to an item that the notice does not name",
            "承诺书所列事项超出告知书范围"),
    OTHER_STANDARD(
            null,
            "standardHash",
            "The letter rests on another text than the standard that was served",
            "承诺书所依据的标准与告知的标准不一致"),
    SIGNER_MISSING(null, "signer", "The letter names who signed it", "承诺书应当载明签署人"),
    SIGNED_LETTER_MISSING(
            null,
            "attachment",
            "The signed and sealed letter is attached, by its SHA-256",
            "应当附签字盖章的承诺书原件及其摘要值"),
    PROMISE_NOT_AS_SERVED(
            null,
            "promise",
            "The promise does not answer the standard point by point",
            "承诺内容与告知的标准不相符"),
    OBJECTION_GROUNDS_MISSING(null, "grounds", "An objection states its grounds", "异议应当说明理由"),
    OBJECTION_UNKNOWN(null, "objection", "There is no such objection", "异议不存在"),
    OBJECTION_DECIDED_ALREADY(null, null, "The objection has been decided already", "异议已作出处理决定"),
    INDICATOR_UNKNOWN(null, "indicator", "The letter promises no such indicator", "承诺书中无此指标"),
    OBLIGATION_MET_ALREADY(null, null, "The obligation has been met already", "该承诺义务已履行"),
    NOT_MEASURABLE_YET(
            null,
            "occurredAt",
            "The indicator cannot be measured before it is built, or before it is in operation",
            "项目尚未开工或者尚未投产，该指标尚不具备核验条件"),
    EVIDENCE_MISSING(null, "evidence", "A measurement has its evidence", "核验指标应当附证明材料"),
    REASONS_NOT_STATED(null, "reasons", "The act states its reasons", "应当说明理由和依据"),

    // Of its supervision
    INSPECTOR_MISSING(null, "inspector", "An inspection names its inspector", "检查记录应当载明检查人员"),
    FINDINGS_MISSING(null, "findings", "An inspection says what it found", "检查记录应当载明检查情况"),
    OBLIGATION_UNKNOWN(
            null,
            "findings",
            "A finding concerns an obligation that the letter does not have",
            "检查情况所涉义务不在承诺书内"),
    INSPECTION_UNKNOWN(null, "inspection", "There is no such inspection", "检查记录不存在"),
    NOTHING_TO_RECTIFY(
            null, "inspection", "The inspection found everything as it should be", "检查未发现需要整改的问题"),
    DEADLINE_TOO_SOON(
            null,
            "deadline",
            "The deadline of a rectification lies after the day of its order",
            "整改期限应当晚于责令整改之日"),
    DEMANDS_MISSING(null, "demands", "An order says what is to be rectified", "责令整改应当载明整改要求"),
    ORDER_UNKNOWN(null, "order", "There is no such rectification order", "责令整改决定不存在"),
    RECTIFIED_ALREADY(null, null, "The order has been verified as rectified", "已通过整改复查"),
    COMMITMENT_NEVER_IN_FORCE(null, "commitment", "The letter has never been in force", "该承诺书从未生效"),
    ORDER_OF_ANOTHER_MATTER(
            null, "order", "The order does not concern this commitment", "该责令整改决定与此承诺无关"),
    BREACH_NOT_ESTABLISHED(
            null, null, "Nothing on record shows the breach that is to be found", "现有记录不足以认定违诺"),
    BREACH_UNKNOWN(null, "breach", "There is no such finding of a breach", "违诺认定不存在"),
    BREACH_CLOSED(null, null, "The breach has been repaired or set aside", "违诺认定已修复或者已撤销"),
    PROPOSAL_STANDS(
            null, null, "A credit proposal for the breach stands: it ends first", "该违诺行为的惩戒建议尚未终结"),
    LEGAL_DOCUMENT_MISSING(
            null,
            "document",
            "A credit measure needs a legally effective document",
            "失信惩戒应当以生效法律文书为依据"),
    LEGAL_DOCUMENT_NOT_EFFECTIVE(
            null, "document", "The legal document is not effective yet", "所依据的法律文书尚未生效"),
    MEASURE_NOT_LISTED(
            null,
            "measure",
            "The credit measure is not on the list of the policy edition",
            "该惩戒措施不在清单之内"),
    PROPOSED_ALREADY(
            null,
            "measure",
            "The measure has been proposed for this breach already",
            "对该违诺行为已提出同一措施建议"),
    PROPOSAL_UNKNOWN(null, null, "There is no such credit proposal", "惩戒建议不存在"),
    OBJECTED_ALREADY(null, null, "The enterprise objects to a proposal once", "对同一惩戒建议只能提出一次异议"),
    NO_OBJECTION(null, null, "The enterprise has not objected to the proposal", "企业未提出异议"),
    PROPOSAL_CLOSED(
            null,
            null,
            "The proposal has been taken back, or the credit repaired",
            "惩戒建议已撤销或者信用已修复"),

    // Of its filings
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
    GROUND_NOT_ALLOWED(
            "ALL Art. 45",
            "ground",
            "The item's review cannot be stopped on this ground",
            "该事项不适用此特别程序"),
    GROUND_MISSING("ALL Art. 45", "ground", "A special procedure has its ground", "特别程序应当有法定事由"),
    EXTENSION_LENGTH_MISSING("ALL Art. 42", "by", "An extension has its length", "延长期限应当载明天数"),
    EXTENSION_IN_ANOTHER_UNIT(
            "ALL Art. 42",
            "by",
            "An extension is in the unit of the limits that it lengthens",
            "延长期限的单位应当与办理时限一致"),
    LIMITS_UNKNOWN(null, null, "Nobody knows the limits of the acceptance", "受理的办理时限不明"),
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
    SILENCE_IS_NO_DECISION(
            null,
            "outcome",
            "Nobody decides by silence: it comes about by itself, where the policy says so",
            "超时默认不是审批决定，不得由人员作出"),
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
    POLICY_EDITION_BACK_DATED(
            null,
            "from",
            "A policy edition is in force from a moment after its publication: what has been"
                    + " registered is not under another edition afterwards",
            "政策版本自发布之后起生效，已登记的项目不改变适用版本"),
    SUPERSESSION_BACK_DATED(
            null,
            "until",
            "A policy edition ends after it has been superseded: what has been registered under it"
                    + " stays under it",
            "政策版本自取代之后起终止，已登记的项目不改变适用版本"),
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
            "通知自录入之后起生效，已计算的期限不重新计算"),

    // Of the assessment
    SCHEME_UNKNOWN(null, null, "There is no such assessment scheme", "考核方案不存在"),
    SCHEME_VERSION_NOT_NEXT(
            null,
            null,
            "What was published never changes: a scheme is published as its next version",
            "已发布的考核方案不得更改，应按下一版本发布"),
    SCHEME_INCOMPLETE(null, "content", "The assessment scheme is not right", "考核方案内容有误"),
    SCORE_NOT_OF_THE_SCHEME(null, "points", "The scheme has no such points to give", "评分不符合考核方案"),
    VERIFICATION_REASON_MISSING(
            null, "reason", "It is said why a score is settled so", "核定评分应当说明理由");

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
