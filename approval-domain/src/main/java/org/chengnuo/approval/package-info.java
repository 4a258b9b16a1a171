/**
 * What the office decides: plain Java, without a framework, a clock or a database of its own. A
 * newcomer reads next the life cycle at the head of {@link org.chengnuo.approval.filing.Filing},
 * then {@link org.chengnuo.approval.clock.ReviewClock}, and in the tests {@code
 * OrdinaryFilingTest}, one filing told from beginning to end.
 *
 * <p>The words of the field, one each, in the code, in the stored events and in the API:
 *
 * <h2>The thing itself</h2>
 *
 * <ul>
 *   <li>project 投资项目: the one story to which every act belongs, from its registration on
 *   <li>project code 项目代码: given by the central platform; an attribute, not the identity
 *   <li>credit code 统一社会信用代码: by which an enterprise is identified
 *   <li>zone 开发区: a development zone, in which the reform is tried
 *   <li>item 事项: what a project needs from the government, as a planning permit
 *   <li>filing 办件: one item of one project, handled by the service center
 *   <li>policy edition 政策版本: which items there are, of which class, with which limits, from when on
 *   <li>commitment 承诺: the enterprise signs to meet the standards, and starts without approval
 *   <li>kept approval 保留审批: still filed, accepted and decided
 *   <li>government service 政府统一服务: done by the government itself, before land supply
 *   <li>record, for the record 备案: complete when the information is; never accepted or approved
 * </ul>
 *
 * <h2>The life of a project</h2>
 *
 * <ul>
 *   <li>register 立项: the project is there, and with it the policy edition that it is under
 *   <li>eligible 符合承诺制条件: the reform is open to it, by the rules of its edition
 *   <li>rule out 不涉及: an item does not concern the project
 *   <li>entrust 委托: the enterprise lets an agent act for it, in writing, with a scope and for a
 *       time
 *   <li>withdraw 撤回, terminate 终止: a project ends before it was built, by the enterprise or by the
 *       authority
 *   <li>parcel 宗地: a piece of land of the project, with the code that the land authority gives it
 *   <li>order, start, deliver 下达、开展、完成: a government service, for one parcel
 *   <li>land supply 供地: the parcel is handed to the enterprise; all services should come before
 *   <li>outstanding 未完成: a service that had not been delivered when the land was supplied
 *   <li>clear the start 同意开工: nothing is missing that construction needs
 *   <li>missing 所缺条件: what the start still needs, each with its next step
 *   <li>start 开工; start without clearance 未批先建: recorded as a violation, never hidden
 *   <li>milestone 进度节点: something that was reached in between, and reported
 *   <li>completion 竣工, joint acceptance 竣工联合验收: refused, it goes back to building
 *   <li>production 投产
 *   <li>dossier 卷宗: all the parts of one project, as they stand
 *   <li>due 到期: what happens by itself at a moment that follows from the story
 * </ul>
 *
 * <h2>The acts of a filing, in their order</h2>
 *
 * <ul>
 *   <li>receive 接件: the window takes the papers and gives a dated receipt
 *   <li>correction 补正: the one notice 一次告知 of all that is missing, and the answer to it
 *   <li>accept 受理: the review begins, and with it the clock; what applies is frozen
 *   <li>deemed accepted 视为受理: accepted by law from the receipt on, as nobody asked in time
 *   <li>refuse acceptance 不予受理
 *   <li>special procedure 特别程序: a lawful ground on which the time does not count
 *   <li>extension 延长审查期限: once, with the head's approval and the reason told
 *   <li>decide 办结: granted 通过, granted with documents to follow 容缺通过, or refused 不通过
 *   <li>deliver 送达: the decision reaches the applicant; it has a clock of its own
 *   <li>withdraw 撤回: by the applicant, before the decision
 *   <li>revoke 撤销: by the authority, what was granted
 *   <li>work step 办理步骤: anything else that was done, without legal meaning
 * </ul>
 *
 * <h2>The commitment</h2>
 *
 * <ul>
 *   <li>notice 告知: the authority tells in writing the standard, the duties and the liability
 *   <li>standard 标准: a text in one version, known by its hash, with its indicators 指标
 *   <li>letter 承诺书: what the enterprise promises, item by item, and known by its hash
 *   <li>pre-check 预审, publicity 公示, objection 异议: what a letter goes through before its effect
 *   <li>in force 生效: construction may start without a prior approval of the letter's items
 *   <li>decline 不予受理承诺: by the authority, with reasons, before the letter is in force
 *   <li>withdraw 撤回承诺: by the enterprise, before the matter is concluded
 *   <li>obligation 承诺义务: a milestone by its day, or an indicator; coming, missed, met
 *   <li>fulfilled 履约: every obligation has been met
 * </ul>
 *
 * <h2>The supervision</h2>
 *
 * <ul>
 *   <li>inspection 检查, finding 检查情况: at a node 节点 of the project, by an inspector
 *   <li>rectification order 责令整改: with a deadline, and verified 整改复查 by a second look
 *   <li>breach 违诺: a commitment not kept, or false; not dishonesty 失信 yet, but who committed
 *       falsely commits to nothing more while the finding stands
 *   <li>close 了结: a breach is repaired or set aside, where no credit proposal stands
 *   <li>credit proposal 惩戒建议: for a breach, by a legally effective document 生效法律文书 and for a listed
 *       measure; the credit authority decides
 *   <li>repair 信用修复: ends a proposal, as does an objection that is upheld
 * </ul>
 *
 * <h2>The clock</h2>
 *
 * <ul>
 *   <li>statutory limit 法定时限: what the law sets
 *   <li>promised limit 承诺时限: the shorter one that the service center promises
 *   <li>immediate 即办件, promised 承诺件: the two kinds of filing
 *   <li>natural day ND 自然日, working day WD 工作日, natural hour NH, working hour WH: the units, which
 *       never mix
 *   <li>make-up working day 调休: a Saturday or Sunday that is worked
 *   <li>stop 时限中止: the time of a special procedure, left out
 *   <li>claimed 主张: as the records say
 *   <li>attested 可证实: counting only stops that were recorded when they began, with their notice
 *   <li>occurred, recorded 发生、录入: when an act happened, and when it was entered
 *   <li>late entry 补录: entered noticeably later than it happened
 *   <li>card 红黄牌: the warning of the electronic supervision, yellow or red
 *   <li>imported history 历史办件: taken over from another system's log; judged, not refused, and never
 *       attested
 * </ul>
 *
 * <h2>The assessment</h2>
 *
 * <ul>
 *   <li>scheme 考核方案: what is assessed of which zones, in one version that never changes
 *   <li>content 考核内容, weight 分值, scoring 评分办法: by ratio, rank, bands, deduction or veto 一票否决
 *   <li>self-score 自评, verified score 核定: what the zone says, and what the assessment office
 *       settles
 * </ul>
 *
 * <h2>Who acts</h2>
 *
 * <ul>
 *   <li>enterprise, applicant 企业、申请人: files, answers, withdraws; an agent 代办员 may act for it
 *   <li>service center 政务服务中心: the house; its window clerk 综合窗口 receives, accepts, delivers
 *   <li>reviewing department 审批部门: reviews, opens special procedures, decides
 *   <li>supervisor 监管部门: inspects what was committed to; never the approver
 *   <li>assessment office 考核办: measures, verifies scores, and changes nothing else
 *   <li>administrator 管理员: publishes editions and calendars
 * </ul>
 */
@NullMarked
package org.chengnuo.approval;

import org.jspecify.annotations.NullMarked;
