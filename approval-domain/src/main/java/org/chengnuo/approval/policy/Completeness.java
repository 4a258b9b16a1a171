package org.chengnuo.approval.policy;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Finding;
import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.policy.PolicyItem.ClassException;
import org.chengnuo.approval.policy.Standard.Indicator;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether an edition says all that it has to say: everything that is missing or wrong is told. */
final class Completeness {

    /** ALL Art. 32: a correction is told within five days. */
    private static final int LONGEST_CORRECTION_WINDOW = 5;

    /** ALL Art. 42: twenty days, and ten more; joint handling forty-five, and fifteen more. */
    private static final int ORDINARY_LIMIT = 20;

    private static final int ORDINARY_EXTENSION = 10;
    private static final int JOINT_EXTENSION = 15;

    private static final int HOURS_PER_DAY = 24;

    /** Of two natural days at least one works, but for the longest holidays. */
    private static final int LONGEST_HOLIDAYS = 14;

    /** 即办件 is done on the spot: within a day. */
    private static final int LONGEST_ON_THE_SPOT = HOURS_PER_DAY;

    private final PolicyContent content;
    private final List<Finding> findings = new ArrayList<>();

    private Completeness(PolicyContent content) {
        this.content = content;
    }

    static List<Finding> of(PolicyContent content, Circumstances circumstances) {
        var completeness = new Completeness(content);
        completeness.theWhole(circumstances);
        completeness.items();
        completeness.standards();
        completeness.eligibility();
        completeness.creditMeasures();
        return List.copyOf(completeness.findings);
    }

    private void theWhole(Circumstances circumstances) {
        try {
            var _ = circumstances.calendar(content.calendar());
        } catch (IllegalArgumentException e) {
            add(
                    null,
                    "calendar",
                    String.valueOf(e.getMessage()),
                    "没有名为“%s”的工作日历".formatted(content.calendar()));
        }
        if (content.correctionWindow() < 1
                || content.correctionWindow() > LONGEST_CORRECTION_WINDOW) {
            add(
                    null,
                    "correctionWindow",
                    "a correction is told within 1 to 5 working days (ALL Art. 32)",
                    "一次告知期限为1至5个工作日（行政许可法第三十二条）");
        }
        if (content.answerWindow() != null && content.answerWindow().amount() == 0) {
            add(null, "answerWindow", "the applicant needs time to answer", "补正期限不得为零");
        }
        if (content.lateEntryAfter().isNegative()) {
            add(null, "lateEntryAfter", "it is not negative", "补录时限不得为负");
        }
        if (content.warnings().yellowAtPercent() == null
                && content.warnings().yellowAtUnitsLeft() == null) {
            add(
                    null,
                    "warnings",
                    "a share of the promised limit, or a number of units left, is needed for the"
                            + " yellow card",
                    "应设定承诺时限黄牌预警的比例或剩余时间");
        }
        inDays("publicity.preCheck", content.publicity().preCheck());
        inDays("publicity.length", content.publicity().length());
        if (content.publicity().length().amount() == 0) {
            add(null, "publicity.length", "a commitment is shown to the public", "公示期不得为零");
        }
        if (content.items().isEmpty()) {
            add(null, "items", "there are no items", "未列入任何事项");
        }
        if (content.standards().isEmpty()
                && content.items().stream().anyMatch(Completeness::mayBeCommittedTo)) {
            add(
                    null,
                    "standards",
                    "there are items to commit to, but no standard that a commitment would keep",
                    "存在企业承诺事项，但未设定承诺标准");
        }
        if (content.eligibility().isEmpty()) {
            add(
                    null,
                    "eligibility",
                    "no rule says which projects the reform is open to",
                    "未设定承诺制的适用条件");
        }
        if (content.creditMeasures().isEmpty()) {
            add(
                    null,
                    "creditMeasures",
                    "no credit measure is on the list, so that none could be proposed",
                    "未列明失信惩戒措施");
        }
    }

    /** From day to day: it ends with a day. */
    private void inDays(String field, TimeLimit length) {
        if (!length.unit().countsDays()) {
            add(
                    null,
                    field,
                    "its unit is ND or WD, natural or working days, not %s"
                            .formatted(length.unit()),
                    "单位应为自然日（ND）或工作日（WD），不得为 %s".formatted(length.unit()));
        }
    }

    private void items() {
        var codes = new HashSet<String>();
        for (PolicyItem item : content.items()) {
            once(codes, item.code().toString(), "code");
            item(item);
        }
    }

    private void item(PolicyItem item) {
        String code = item.code().toString();
        present(code, "chinese", item.chinese());
        present(code, "english", item.english());
        present(code, "department", item.department());
        TimeLimit statutory = item.statutory();
        if (statutory != null && isSurelyLonger(item.promised(), statutory)) {
            add(
                    code,
                    "promised",
                    "the promised limit of %s is longer than the statutory one of %s"
                            .formatted(item.promised(), statutory),
                    "承诺时限（%s）长于法定时限（%s）".formatted(item.promised(), statutory));
        }
        if (item.kind() == FilingKind.IMMEDIATE
                && hoursAtLeast(item.promised()) > LONGEST_ON_THE_SPOT) {
            add(
                    code,
                    "promised",
                    "an immediate item is done on the spot, within a day, not in %s"
                            .formatted(item.promised()),
                    "即办件应当场或当日办结，承诺时限不得为 %s".formatted(item.promised()));
        }
        if (statutory != null && classes(item).allMatch(c -> c == ItemClass.FILING_ONLY)) {
            add(
                    code,
                    "statutory",
                    "an item that is filed for the record has no statutory limit",
                    "备案事项无法定审批时限");
        }
        extension(code, item.extension(), statutory);
        var seen = new HashSet<ClassException>();
        for (ClassException exception : item.exceptions()) {
            if (exception.type() == null && exception.zone() == null) {
                add(
                        code,
                        "exceptions",
                        "an exception names a type of project or a zone",
                        "例外应注明项目类型或开发区");
            }
            if (seen.stream()
                    .anyMatch(
                            earlier ->
                                    (earlier.type() == null || earlier.type() == exception.type())
                                            && (earlier.zone() == null
                                                    || earlier.zone().equals(exception.zone())))) {
                add(
                        code,
                        "exceptions",
                        "an exception never applies: an earlier one covers it",
                        "例外已被前一例外涵盖，永不适用");
            }
            seen.add(exception);
        }
    }

    /** Whatever the calendar: of limits in different units that can be said of some only. */
    private static boolean isSurelyLonger(TimeLimit limit, TimeLimit other) {
        if (limit.unit() == other.unit()) {
            return limit.amount() > other.amount();
        }
        boolean bothEndWithADay = limit.unit().countsDays() && other.unit().countsDays();
        return hoursAtLeast(limit) > hoursAtMost(other) + (bothEndWithADay ? 0 : HOURS_PER_DAY);
    }

    private static int hoursAtLeast(TimeLimit limit) {
        return limit.unit().countsDays() ? limit.amount() * HOURS_PER_DAY : limit.amount();
    }

    /** Of a working day, an hour at least works. */
    private static int hoursAtMost(TimeLimit limit) {
        return switch (limit.unit()) {
            case ND -> limit.amount() * HOURS_PER_DAY;
            case NH -> limit.amount();
            case WD, WH -> (2 * limit.amount() + LONGEST_HOLIDAYS) * HOURS_PER_DAY;
        };
    }

    /** ALL Art. 42 */
    private void extension(
            String code, @Nullable TimeLimit extension, @Nullable TimeLimit statutory) {
        if (extension == null) {
            return;
        }
        if (statutory == null || statutory.unit() != extension.unit()) {
            add(
                    code,
                    "extension",
                    "an extension lengthens a statutory limit of its own unit",
                    "延长期限应与法定时限单位一致");
            return;
        }
        int allowed = statutory.amount() <= ORDINARY_LIMIT ? ORDINARY_EXTENSION : JOINT_EXTENSION;
        if (extension.unit() == LimitUnit.WD && extension.amount() > allowed) {
            add(
                    code,
                    "extension",
                    "a limit of %s is extended by at most %d WD, not %s (ALL Art. 42)"
                            .formatted(statutory, allowed, extension),
                    "延长期限超过法定上限（行政许可法第四十二条）");
        }
    }

    private void standards() {
        var versions = new HashSet<String>();
        for (Standard standard : content.standards()) {
            String version = standard.version();
            present(version, "version", version);
            once(versions, version, "version");
            present(version, "title", standard.title());
            present(version, "text", standard.text());
            if (standard.indicators().isEmpty()) {
                add(
                        version,
                        "indicators",
                        "nothing can be measured of the standard: it has no indicator",
                        "标准未设定任何指标");
            }
            var codes = new HashSet<String>();
            for (Indicator indicator : standard.indicators()) {
                String field = "indicators." + indicator.code();
                present(version, "indicators.code", indicator.code());
                present(version, field + ".chinese", indicator.chinese());
                present(version, field + ".english", indicator.english());
                present(version, field + ".unit", indicator.unit());
                if (indicator.value().signum() < 0) {
                    add(version, field + ".value", "it is not negative", "指标值不得为负");
                }
                if (!codes.add(indicator.code())) {
                    add(version, field + ".code", "the code is there twice", "代码重复");
                }
            }
        }
    }

    private void eligibility() {
        var names = new HashSet<String>();
        for (EligibilityRule rule : content.eligibility()) {
            String name = rule.name();
            present(name, "eligibility.name", name);
            once(names, name, "eligibility.name");
            present(name, "eligibility.chinese", rule.chinese());
            present(name, "eligibility.english", rule.english());
            if (rule.from() != null && rule.until() != null && !rule.until().isAfter(rule.from())) {
                add(name, "eligibility.until", "the rule ends before it begins", "规则的终止时间应晚于起始时间");
            }
        }
    }

    private void creditMeasures() {
        var codes = new HashSet<String>();
        for (CreditMeasure measure : content.creditMeasures()) {
            String code = measure.code();
            present(code, "creditMeasures.code", code);
            once(codes, code, "creditMeasures.code");
            present(code, "creditMeasures.chinese", measure.chinese());
            present(code, "creditMeasures.english", measure.english());
            present(code, "creditMeasures.basis", measure.basis());
        }
    }

    private static boolean mayBeCommittedTo(PolicyItem item) {
        return classes(item).anyMatch(c -> c == ItemClass.COMMITMENT);
    }

    private static Stream<ItemClass> classes(PolicyItem item) {
        return Stream.concat(
                Stream.of(item.itemClass()),
                item.exceptions().stream().map(ClassException::itemClass));
    }

    private void present(String item, String field, String text) {
        if (text.isBlank()) {
            add(item, field, "it is missing", "缺少内容");
        }
    }

    private void once(Set<String> seen, String name, String field) {
        if (!seen.add(name)) {
            add(name, field, "it is there twice", "重复");
        }
    }

    private void add(@Nullable String item, String field, String english, String chinese) {
        findings.add(new Finding(item, field, english, chinese));
    }
}
