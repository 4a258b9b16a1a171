package org.chengnuo.approval.projections.indicators;

import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyItem;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.indicators.Indicator.Counted;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Sql;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is counted of the items of a policy edition. */
final class CatalogueIndicators {

    private CatalogueIndicators() {}

    static List<Indicator> all() {
        return List.of(
                new Indicator(
                        "compression",
                        Subject.ITEM,
                        Counted.COMPLEMENT,
                        "limit",
                        new Bilingual("compression of the limits", "承诺时限压缩率"),
                        new Bilingual(
                                "how much shorter the promised limits of the catalogue are than the"
                                        + " statutory ones",
                                "事项目录中承诺时限比法定时限缩短的比例"),
                        new Bilingual(
                                "1 − Σ promised ÷ Σ statutory, over the items that can be filed and"
                                        + " have both limits",
                                "1 − Σ 承诺时限 ÷ Σ 法定时限（可申报且两种时限俱全的事项）"),
                        new Bilingual(
                                "a property of the catalogue, not of the work. Each unit by itself;"
                                    + " items whose two limits differ in their unit do not count",
                                "反映事项目录而非实际办理。各计时单位分别计算；两种时限单位不同的事项不计入"),
                        new Bilingual(
                                "by the edition in force at the end of the period for all, for the"
                                        + " zone and the type of project that are asked for"
                                        + " (record-filed if only the zone is), or the edition"
                                        + " itself; as the editions are published now",
                                "按期末有效的政策版本；可指定开发区和项目类型（仅指定开发区时按备案类），或直接指定版本；" + "以目前已发布的版本为准"),
                        scope -> rows(scope)));
    }

    private static Sql rows(Scope scope) {
        FactFilter filter = scope.question().filter();
        String zone = filter.value(Dimension.ZONE);
        String type = filter.value(Dimension.PROJECT_TYPE);
        ProjectType of = type == null ? ProjectType.RECORD_FILED : type(type);
        ZoneCode in = zone == null ? null : new ZoneCode(zone);
        PolicyEdition edition = edition(scope, in, of);
        var items = new ArrayList<Sql>();
        for (PolicyItem item : edition.items()) {
            ItemClass itemClass = in == null ? item.itemClass() : item.classFor(of, in);
            if (!itemClass.isFiled()
                    || item.statutory() == null
                    || item.statutory().unit() != item.promised().unit()) {
                continue;
            }
            long scale = item.promised().unit().countsDays() ? 1 : 3_600_000;
            items.add(
                    Sql.of(
                            "(?, ?, ?, ?, ?, ?, ?, ?)",
                            item.code().toString(),
                            itemClass.name(),
                            item.department(),
                            item.kind().name(),
                            edition.name(),
                            item.promised().unit().name(),
                            item.promised().amount() * scale,
                            item.statutory().amount() * scale));
        }
        Sql values =
                items.isEmpty()
                        ? Sql.of("(null, null, null, null, null, null, 0, 0)")
                        : Sql.compose(
                                items.stream().map(_ -> "{}").collect(Collectors.joining(", ")),
                                items.toArray(Sql[]::new));
        FactFilter ofItems =
                new FactFilter(
                        filter.values().entrySet().stream()
                                .filter(entry -> isOfItems(entry.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return Sql.compose(
                """
                select %s, unit, null::varchar as project, null::varchar as filing, item as piece,
                    num, den
                from (values {})
                    i(item, item_class, department, kind, edition, unit, num, den)
                where item is not null and {}
                """
                        .formatted(scope.keys("null::date")),
                values,
                ofItems.condition());
    }

    private static boolean isOfItems(Dimension dimension) {
        return switch (dimension) {
            case ITEM, ITEM_CLASS, DEPARTMENT, KIND, EDITION -> true;
            default -> false;
        };
    }

    private static ProjectType type(String name) {
        for (ProjectType type : ProjectType.values()) {
            if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "project-type is one of %s, not «%.64s»"
                        .formatted(List.of(ProjectType.values()), name));
    }

    private static PolicyEdition edition(Scope scope, @Nullable ZoneCode zone, ProjectType type) {
        Policies policies = scope.rules().policies().get();
        String named = scope.question().filter().value(Dimension.EDITION);
        if (named != null) {
            return policies.edition(named)
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "edition is one of %s, not «%.64s»"
                                                    .formatted(
                                                            policies.published().stream()
                                                                    .map(PolicyEdition::name)
                                                                    .toList(),
                                                            named)));
        }
        // The period ends before its end, which is the first moment of the next one.
        Instant moment = scope.end().minusNanos(1);
        Set<ZoneCode> zones = zone == null ? Set.of() : Set.of(zone);
        return policies.inForce(new Validity(moment, null, zones, Set.of(type))).getFirst();
    }
}
