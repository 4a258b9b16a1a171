package org.chengnuo.approval.assessment;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.assessment.Scoring.Bands;
import org.chengnuo.approval.assessment.Scoring.Bands.Band;
import org.chengnuo.approval.assessment.Scoring.Deduction;
import org.chengnuo.approval.assessment.Scoring.Method;
import org.chengnuo.approval.assessment.Scoring.Rank;
import org.chengnuo.approval.assessment.Scoring.Ratio;
import org.chengnuo.approval.assessment.Scoring.Veto;
import org.chengnuo.approval.policy.Standard.Direction;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a scheme has to be before it is published: everything that is not right, at its place. */
final class SchemeRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Finding> findings = new ArrayList<>();

    private SchemeRules() {}

    static List<Finding> findings(SchemeContent scheme, Set<String> indicators) {
        var rules = new SchemeRules();
        rules.whole(scheme);
        Set<String> codes = new HashSet<>();
        for (AssessedContent content : scheme.contents()) {
            if (!codes.add(content.code())) {
                rules.find(content.code(), "code", "the code is there twice", "编码重复");
            }
            rules.content(content, indicators);
        }
        rules.weightsSumToHundred(scheme);
        return List.copyOf(rules.findings);
    }

    private void find(@Nullable String content, String field, String english, String chinese) {
        findings.add(new Finding(content, field, english, chinese));
    }

    private void whole(SchemeContent scheme) {
        titles(null, scheme.english(), scheme.chinese());
        if (!scheme.to().isAfter(scheme.from())) {
            find(null, "to", "the validity ends before it begins", "有效期截止日早于起始日");
        }
        if (scheme.zones().isEmpty()) {
            find(null, "zones", "no zone is assessed", "未列考核对象");
        }
        Set<ZoneCode> zones = new HashSet<>();
        for (ZoneCode zone : scheme.zones()) {
            if (!zones.add(zone)) {
                find(
                        null,
                        "zones",
                        "the zone %s is there twice".formatted(zone),
                        "开发区 %s 重复".formatted(zone));
            }
        }
        if (scheme.contents().isEmpty()) {
            find(null, "contents", "nothing is assessed", "未列考核内容");
        }
    }

    private void titles(@Nullable String content, String english, String chinese) {
        if (english.isBlank()) {
            find(content, "english", "the English title is missing", "缺少英文名称");
        }
        if (chinese.isBlank()) {
            find(content, "chinese", "the Chinese title is missing", "缺少中文名称");
        }
    }

    private void content(AssessedContent content, Set<String> indicators) {
        String code = content.code();
        if (code.isBlank()) {
            find(code, "code", "the code is missing", "缺少编码");
        }
        titles(code, content.english(), content.chinese());
        if (!indicators.contains(content.indicator())) {
            String known = String.join(", ", indicators.stream().sorted().toList());
            find(
                    code,
                    "indicator",
                    "there is no indicator «%s», only %s".formatted(content.indicator(), known),
                    "没有指标「%s」，现有：%s".formatted(content.indicator(), known));
        }
        Method method = content.scoring().only().orElse(null);
        if (method == null) {
            find(
                    code,
                    "scoring",
                    "there is exactly one of ratio, rank, bands, deduction and veto",
                    "评分办法应为 ratio、rank、bands、deduction、veto 之一");
            return;
        }
        weight(content);
        method(code, content.weight(), method);
    }

    private void weight(AssessedContent content) {
        if (content.vetoes() && content.weight().signum() != 0) {
            find(content.code(), "weight", "a veto has the weight 0", "一票否决项的分值应为 0");
        } else if (!content.vetoes() && content.weight().signum() <= 0) {
            find(content.code(), "weight", "a weight is more than 0", "分值应大于 0");
        }
    }

    private void method(String code, BigDecimal weight, Method method) {
        switch (method) {
            case Ratio ratio -> {
                isPositive(code, "scoring.ratio.target", ratio.target());
                isPositive(code, "scoring.ratio.cap", ratio.cap());
            }
            case Bands bands -> bands(code, bands);
            case Deduction deduction -> {
                isPositive(code, "scoring.deduction.base", deduction.base());
                isPositive(code, "scoring.deduction.perCase", deduction.perCase());
                if (deduction.base().compareTo(weight) > 0) {
                    find(
                            code,
                            "scoring.deduction.base",
                            "the base is more than the weight %s".formatted(weight),
                            "基础分高于分值 %s".formatted(weight));
                }
            }
            case Rank _, Veto _ -> {}
        }
    }

    private void isPositive(String code, String field, BigDecimal number) {
        if (number.signum() <= 0) {
            find(
                    code,
                    field,
                    "it is more than 0, not %s".formatted(number),
                    "应大于 0，而非 %s".formatted(number));
        }
    }

    /** A stricter limit gives more, or the band could never be reached. */
    private void bands(String code, Bands bands) {
        String field = "scoring.bands.bands";
        if (bands.bands().isEmpty()) {
            find(code, field, "there is no band", "未设档次");
        }
        Comparator<Band> byLimit = Comparator.comparing(Band::limit);
        List<Band> strictestLast =
                bands.bands().stream()
                        .sorted(
                                bands.direction() == Direction.AT_LEAST
                                        ? byLimit
                                        : byLimit.reversed())
                        .toList();
        for (Band band : strictestLast) {
            if (band.share().signum() < 0 || band.share().compareTo(BigDecimal.ONE) > 0) {
                find(
                        code,
                        field,
                        "the share %s is not from 0 to 1".formatted(band.share()),
                        "得分比例 %s 不在 0 到 1 之间".formatted(band.share()));
            }
        }
        for (int i = 1; i < strictestLast.size(); i++) {
            Band looser = strictestLast.get(i - 1);
            Band stricter = strictestLast.get(i);
            if (looser.limit().compareTo(stricter.limit()) == 0
                    || looser.share().compareTo(stricter.share()) >= 0) {
                find(
                        code,
                        field,
                        "the limit %s gives no more than %s"
                                .formatted(stricter.limit(), looser.limit()),
                        "档次 %s 的得分比例应高于 %s".formatted(stricter.limit(), looser.limit()));
            }
        }
    }

    private void weightsSumToHundred(SchemeContent scheme) {
        BigDecimal sum =
                scheme.contents().stream()
                        .map(AssessedContent::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(HUNDRED) != 0) {
            find(
                    null,
                    "contents.weight",
                    "the weights sum to %s, not to 100".formatted(sum.toPlainString()),
                    "分值合计为 %s，应为 100".formatted(sum.toPlainString()));
        }
    }
}
