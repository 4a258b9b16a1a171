package org.chengnuo.approval.projections.conduct;

import org.chengnuo.approval.projections.reviewtimes.Bilingual;

import java.util.Locale;

/** What a supervisor looks for in the record. */
public enum ConductRule {

    /** Of the last tenth of the promised limit. */
    STOP_NEAR_THE_LIMIT(
            Severity.MEDIUM,
            "Stop begun near the limit",
            "临近时限启动特别程序",
            "A special procedure is said to have begun in the last tenth of the promised limit, and"
                    + " not after it.",
            "特别程序据记录始于承诺时限的最后十分之一（未超过时限）。",
            "What needs an expert or a hearing is mostly seen when the papers are first read; a"
                    + " stop at the end keeps a filing from being late.",
            "需要评审或听证的事项一般在初审时即可发现；临近期限的中止可使办件避免超期。",
            "It does not say that the procedure was not needed or did not take place.",
            "并不说明该程序没有必要或者没有进行。",
            "A question that only the last step of the review raised; an expert who was free only"
                    + " then; a very short limit, of which one day is more than a tenth.",
            "审查最后环节才出现的问题；专家此时方有时间；时限很短，一天即超过十分之一。",
            "High if the filing is on time as claimed and late as attested, low if it would have"
                    + " been on time without stops.",
            "按主张按时而按可证实超期的为高；不中止也按时的为低。"),

    STOP_RECORDED_LATE(
            Severity.MEDIUM,
            "Stop recorded late",
            "特别程序事后补录",
            "A special procedure was entered long (a day, unless set otherwise) after it is said to"
                    + " have begun.",
            "特别程序在其所称开始时间很久之后（默认一天）才录入。",
            "A stop that is entered when it begins cannot be made up when the limit passes.",
            "开始时即录入的中止，无法在临近超期时编造。",
            "It does not say that the stop was made up. The attested clock leaves out, by itself,"
                    + " what was entered later than the edition lets it.",
            "并不说明该中止系编造。可证实的时钟自会剔除晚于政策版本允许时间录入的部分。",
            "The system was down; the notice was on paper and was entered after a holiday. Imported"
                    + " logs do not say when they were entered and are not looked at.",
            "系统故障；书面告知在节假日后补录。导入日志不含录入时间，不作判断。",
            "High if the filing is on time only by its stops.",
            "仅因中止才按时的为高。"),

    STOP_MATCHES_OVERRUN(
            Severity.HIGH,
            "Stop as long as the overrun",
            "中止时长与超期时长吻合",
            "Without its stops the filing was late; one of its stops is as long as it was late, or"
                    + " up to three units longer, and only by it the filing is on time.",
            "不计中止则超期；其中一次中止的时长等于超期时长或至多多三个单位，办件仅因此按时。",
            "Known exchange programs compute the overrun when a case is closed and post a stop of"
                    + " that length and a little more.",
            "已知有交换程序在办结时计算超期时长，再补一段略长的特别程序。",
            "It does not say that the length was computed: some honest stops have that length by"
                    + " chance.",
            "并不说明时长系倒算：真实的中止也可能碰巧如此。",
            "A review that would have ended at the limit, and a procedure of the usual length.",
            "本来即将到期办结的审查，加上一段正常时长的程序。",
            "High if the filing is on time as claimed and late as attested: the stop was entered"
                    + " when the overrun could be known. Medium if it was entered when it began.",
            "按主张按时而按可证实超期的为高：录入时已可知超期多久。开始时即录入的为中。"),

    REPEATED_STOPS(
            Severity.MEDIUM,
            "Repeated stops",
            "多次中止",
            "A filing was stopped twice or more.",
            "同一办件中止两次及以上。",
            "Each stop has a lawful ground of its own; one after the other they can stretch a"
                    + " review at will.",
            "每次中止各有法定事由；接连使用则可任意拉长审查。",
            "It does not say that any of them was not lawful.",
            "并不说明其中任何一次不合法。",
            "A hearing after an expert review; a review of experts that had to be held again.",
            "专家评审之后又听证；专家评审须重新举行。",
            "High if there are three or more and the filing is on time only by its stops; medium if"
                    + " one of both holds or a ground was used twice; low otherwise.",
            "三次以上且仅因中止才按时的为高；仅具其一或同一事由两次的为中；其余为低。"),

    STOP_WITHOUT_RESULT(
            Severity.MEDIUM,
            "Stop without a result",
            "特别程序无结果文书",
            "A special procedure was ended, and no document that came of it was named.",
            "特别程序已结束，但未登记其结果文书。",
            "Experts give an opinion, laboratories a report, hearings a record: where nothing came"
                    + " of a procedure, perhaps there was none.",
            "专家有意见、检测有报告、听证有笔录；没有任何结果的程序也许并未进行。",
            "It does not say that there is no such document, only that the record names none.",
            "并不说明不存在该文书，仅说明记录中没有。",
            "The number was forgotten; the procedure was called off. Imported logs do not have such"
                    + " documents and are not looked at.",
            "忘记填写文号；程序被取消。导入日志没有此类文书，不作判断。",
            "High if the filing is on time only by its stops.",
            "仅因中止才按时的为高。"),

    SECOND_CORRECTION(
            Severity.MEDIUM,
            "Second correction",
            "再次要求补正",
            "A correction was asked for more than once.",
            "不止一次要求补正。",
            "All that is missing is told once 一次告知 (Administrative Licensing Law, Art. 32).",
            "应当一次告知需要补正的全部内容（行政许可法第三十二条）。",
            "Here the second request is refused when it is made, so that it can only be found in an"
                + " imported log; and there only where the step that stood for the first request"
                + " comes again. A log that names it otherwise shows nothing.",
            "本系统拒绝第二次补正，故仅见于导入日志，且仅当首次补正对应的步骤再次出现；日志以其他名称记录的则无从发现。",
            "The log writes one request in two rows; the answer made a new deficiency visible.",
            "日志将一次补正记为两行；补正材料暴露出新的问题。",
            "High in our own record, where it should be impossible.",
            "见于本系统自身记录的为高：本不可能发生。"),

    CORRECTION_ON_THE_LAST_DAY(
            Severity.LOW,
            "Correction on the last day",
            "期限末日要求补正",
            "The correction was asked for on the last day of the window that the edition gives.",
            "在政策版本规定期限的最后一日才告知补正。",
            "The clock has not begun: a window that is used up each time is time that nobody"
                    + " counts.",
            "此时时钟尚未启动：每次都用满期限，就是无人计算的时间。",
            "It is within the law. Only a habit says something: see the center against its peers.",
            "这是合法的。只有成为习惯才有意义：请与其他中心对照。",
            "A large dossier that takes five days to read; a holiday of the one who reads it.",
            "材料繁多，通读需五日；承办人休假。",
            "Always low.",
            "一律为低。"),

    ACCEPTANCE_PARKED(
            Severity.MEDIUM,
            "Acceptance parked",
            "迟迟不受理",
            "The acceptance came more than five working days (unless set otherwise) after the"
                    + " receipt or the answered correction, or the law had to accept.",
            "接件或补正完成后超过五个工作日（可设定）才受理，或视为受理。",
            "The review clock starts only at the acceptance: what lies before it is hidden time.",
            "审查时钟自受理才启动：此前的等待是隐性时间。",
            "It does not say why the filing lay. What is still not accepted, or was refused, is not"
                    + " looked at.",
            "并不说明搁置的原因。尚未受理或不予受理的不作判断。",
            "An answer that came in parts; a filing that waited for another one of its project.",
            "补正材料分批提交；等待同一项目的另一办件。",
            "High if the law had to accept.",
            "视为受理的为高。"),

    OUTSIDE_HOURS(
            Severity.LOW,
            "Act outside office hours",
            "非工作时间办理",
            "An act of the office is said to have happened when the office was closed, on the"
                    + " calendar as it was known when the act was entered.",
            "办理机关的行为据记录发生于非工作时间（按录入时已公布的日历）。",
            "An impossible time is a sign of a record that was written afterwards.",
            "不可能的时间往往说明记录系事后编写。",
            "It does not say that nobody worked. What the applicant does, what happens by itself"
                    + " and work steps are not looked at.",
            "并不说明无人工作。申请人的行为、自动发生的事项和办理步骤不作判断。",
            "Overtime; an appointment in the evening; a service on Saturdays that the calendar does"
                    + " not know.",
            "加班；晚间预约；日历未载明的周六服务。",
            "Always low.",
            "一律为低。"),

    BURST_OF_BACK_ENTRIES(
            Severity.MEDIUM,
            "Burst of back-entries",
            "集中补录",
            "A center entered, within an hour, at least eight acts of at least five filings, each"
                    + " more than a day after it happened (all of it unless set otherwise).",
            "一小时内集中录入至少五件办件的至少八项行为，且均在发生一天之后（以上均可设定）。",
            "What is done on paper and keyed in later (体外循环) has the times that fit.",
            "体外循环、事后补录的时间可以随意填写。",
            "It does not say that the times are wrong, only that nobody could have seen them.",
            "并不说明时间有误，仅说明当时无人可见。",
            "The system or the line was down; a holiday; papers of another house that came"
                    + " together.",
            "系统或网络中断；节假日；其他单位的材料一并送达。",
            "Always medium.",
            "一律为中。"),

    RELABELLED_KIND(
            Severity.MEDIUM,
            "Relabelled kind",
            "即办件改为承诺件",
            "An item is immediate under one edition and promised under a later one, and the gross"
                    + " working time that the center takes for it has not changed.",
            "事项在前一政策版本为即办件，在后一版本为承诺件，而该中心的办理用时并无变化。",
            "The promise is easier to keep and the speed-up looks better, with the same work.",
            "工作未变，而承诺更易兑现，提速更好看。",
            "Editions are made by administrators, not by the center: it says where the effect can"
                    + " be seen, not who caused it.",
            "政策版本由管理员制定，而非该中心：仅说明何处可见其影响，不说明由谁造成。",
            "The item was extended by a step that only some filings have.",
            "事项增加了仅部分办件涉及的环节。",
            "Always medium.",
            "一律为中。"),

    HEAPING_AT_THE_LIMIT(
            Severity.MEDIUM,
            "Heaping at the limit",
            "集中在期限末日办结",
            "A center decides more filings on the last day of the promised limit than on the day"
                    + " before and the day after would let expect.",
            "该中心在承诺时限最后一日办结的件数，明显多于前后各一日。",
            "What is ready lies until it is due; or the date was chosen to fit.",
            "已办妥的搁置到期；或者日期系凑合而成。",
            "No single filing is meant by it: on the last day is on time.",
            "不针对任何一件：最后一日办结即为按时。",
            "A weekly meeting whose day falls on the last day; a warning card that works.",
            "每周例会恰逢末日；黄牌提醒起了作用。",
            "High if the center's share is also above that of its peers.",
            "占比同时高于其他中心的为高。");

    private final Severity severity;
    private final Bilingual title;
    private final Bilingual sentence;
    private final Bilingual why;
    private final Bilingual not;
    private final Bilingual innocent;
    private final Bilingual grading;

    ConductRule(
            Severity severity,
            String title,
            String titleZh,
            String sentence,
            String sentenceZh,
            String why,
            String whyZh,
            String not,
            String notZh,
            String innocent,
            String innocentZh,
            String grading,
            String gradingZh) {
        this.severity = severity;
        this.title = new Bilingual(title, titleZh);
        this.sentence = new Bilingual(sentence, sentenceZh);
        this.why = new Bilingual(why, whyZh);
        this.not = new Bilingual(not, notZh);
        this.innocent = new Bilingual(innocent, innocentZh);
        this.grading = new Bilingual(grading, gradingZh);
    }

    /** As an address has it, as in {@code repeated-stops}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the rule means, so that nobody has to guess. */
    public Meaning meaning() {
        return new Meaning(this, title, sentence, why, not, innocent, severity, grading);
    }

    /**
     * @param not what a finding does not say: it is never a verdict
     * @param innocent what it may come of without anything being wrong
     * @param severity the usual one
     * @param grading when it is another
     */
    public record Meaning(
            ConductRule rule,
            Bilingual title,
            Bilingual sentence,
            Bilingual why,
            Bilingual not,
            Bilingual innocent,
            Severity severity,
            Bilingual grading) {}
}
