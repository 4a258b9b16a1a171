package org.chengnuo.approval.policy;

import org.chengnuo.approval.clock.LimitUnit;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.clock.WarningThresholds;
import org.chengnuo.approval.policy.PolicyItem.ClassException;
import org.chengnuo.approval.policy.Standard.Direction;
import org.chengnuo.approval.policy.Standard.Indicator;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Contents of editions, as tests draft them. */
final class Editing {

    static final PolicyContent LATEST = ShippedPolicies.named("2021").content();

    private Editing() {}

    static PolicyContent content() {
        return LATEST;
    }

    static PolicyContent content(PolicyItem... items) {
        return new PolicyContent(
                LATEST.calendar(),
                LATEST.correctionWindow(),
                LATEST.answerWindow(),
                LATEST.lateEntryAfter(),
                LATEST.warnings(),
                LATEST.publicity(),
                LATEST.deemedBySilence(),
                List.of(items),
                LATEST.standards(),
                LATEST.eligibility(),
                LATEST.creditMeasures());
    }

    static PolicyItem item(String code) {
        return item(code, ItemClass.KEPT_APPROVAL, days(5), days(20), null);
    }

    static PolicyItem item(
            String code,
            ItemClass itemClass,
            TimeLimit promised,
            @Nullable TimeLimit statutory,
            @Nullable TimeLimit extension,
            ClassException... exceptions) {
        return new PolicyItem(
                ItemCode.of(code),
                "许可",
                "Permit",
                itemClass,
                List.of(exceptions),
                "住建",
                FilingKind.PROMISED,
                promised,
                statutory,
                extension,
                true,
                Set.of());
    }

    private static PolicyItem immediate(TimeLimit promised) {
        return new PolicyItem(
                ItemCode.of("x:immediate"),
                "许可",
                "Permit",
                ItemClass.KEPT_APPROVAL,
                List.of(),
                "住建",
                FilingKind.IMMEDIATE,
                promised,
                null,
                null,
                true,
                Set.of());
    }

    static TimeLimit days(int number) {
        return TimeLimit.workingDays(number);
    }

    static PolicyContent wrongInEveryWay() {
        var nameless =
                new PolicyItem(
                        ItemCode.of("x:names"),
                        "",
                        " ",
                        ItemClass.COMMITMENT,
                        List.of(),
                        "",
                        FilingKind.PROMISED,
                        days(5),
                        null,
                        null,
                        true,
                        Set.of());
        var rule =
                new EligibilityRule(
                        "rule",
                        "理由",
                        "",
                        Instant.parse("2027-01-02T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Set.of());
        return new PolicyContent(
                "moon",
                6,
                days(0),
                Duration.ofHours(-1),
                new WarningThresholds(null, null, 90, 1),
                new Publicity(new TimeLimit(8, LimitUnit.WH), new TimeLimit(0, LimitUnit.NH)),
                false,
                List.of(
                        nameless,
                        item("x:slow", ItemClass.KEPT_APPROVAL, days(21), days(20), null),
                        item("x:record", ItemClass.FILING_ONLY, days(1), days(20), null),
                        item("x:long", ItemClass.KEPT_APPROVAL, days(5), days(20), days(11)),
                        item("x:joint", ItemClass.KEPT_APPROVAL, days(5), days(45), days(16)),
                        item(
                                "x:unit",
                                ItemClass.KEPT_APPROVAL,
                                days(5),
                                new TimeLimit(30, LimitUnit.ND),
                                days(5)),
                        item(
                                "x:exceptions",
                                ItemClass.KEPT_APPROVAL,
                                days(5),
                                days(20),
                                days(10),
                                new ClassException(null, null, ItemClass.CANCELLED),
                                new ClassException(
                                        ProjectType.APPROVED,
                                        new ZoneCode("LF-01"),
                                        ItemClass.CANCELLED)),
                        immediate(days(2)),
                        item(
                                "x:natural",
                                ItemClass.KEPT_APPROVAL,
                                days(40),
                                new TimeLimit(7, LimitUnit.ND),
                                null),
                        item(
                                "x:hours",
                                ItemClass.KEPT_APPROVAL,
                                new TimeLimit(193, LimitUnit.WH),
                                new TimeLimit(7, LimitUnit.ND),
                                null),
                        // None of these is surely longer.
                        item(
                                "x:perhaps",
                                ItemClass.KEPT_APPROVAL,
                                new TimeLimit(24, LimitUnit.ND),
                                days(5),
                                null),
                        item(
                                "x:as-long",
                                ItemClass.KEPT_APPROVAL,
                                days(7),
                                new TimeLimit(7, LimitUnit.ND),
                                null),
                        nameless),
                List.of(),
                List.of(
                        rule,
                        new EligibilityRule(
                                "rule", "理由", "reason", null, null, Set.of(), Set.of(), List.of(),
                                Set.of())),
                List.of(new CreditMeasure("measure", "措施", "measure", "")));
    }

    static PolicyContent withWrongStandards() {
        var ratio =
                new Indicator(
                        "ratio",
                        "容积率",
                        "Plot ratio",
                        "",
                        Direction.AT_LEAST,
                        BigDecimal.ONE,
                        Standard.Measured.AT_COMPLETION);
        var again =
                new Indicator(
                        "ratio",
                        "容积率",
                        "Plot ratio",
                        "倍",
                        Direction.AT_LEAST,
                        BigDecimal.ONE,
                        Standard.Measured.AT_COMPLETION);
        return new PolicyContent(
                "cn",
                5,
                null,
                Duration.ofHours(1),
                new WarningThresholds(90),
                new Publicity(days(1), days(7)),
                false,
                List.of(),
                List.of(
                        new Standard("s-1", "标准", "", List.of(ratio, again)),
                        new Standard("s-1", "标准", "文本", List.of())),
                List.of(),
                List.of());
    }
}
