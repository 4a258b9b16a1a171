package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.RegionCode;

import java.math.BigDecimal;
import java.util.List;

/** What is built, and by whom. */
final class Business {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private static final List<String> FIRST =
            List.of("汾", "晋", "尧", "河", "宏", "瑞", "恒", "中", "华", "金", "盛", "安", "东", "新");
    private static final List<String> SECOND =
            List.of("兴", "源", "泰", "丰", "达", "通", "润", "诚", "隆", "远", "泽", "鑫", "锐", "和");

    /**
     * @param name with the yearly output, where it has one
     * @param millions the investment in million yuan, by the median
     */
    private record Line(String industry, String trade, String name, double millions) {}

    private static final List<Line> LINES =
            List.of(
                    new Line("3391", "铸造", "年产%d万吨精密铸件项目", 120),
                    new Line("3670", "汽配", "年产%d万套汽车制动部件项目", 150),
                    new Line("3021", "建材", "年产%d万立方米装配式混凝土构件项目", 80),
                    new Line("2614", "化工", "年产%d万吨焦炉煤气制精细化学品项目", 420),
                    new Line("2720", "药业", "年产%d亿片中成药制剂项目", 180),
                    new Line("1371", "食品", "年产%d万吨果蔬加工项目", 60),
                    new Line("3072", "陶瓷", "年产%d万件日用陶瓷项目", 45),
                    new Line("7723", "环保", "年处理%d万吨工业固废综合利用项目", 110),
                    new Line("3825", "新能源", "年产%d兆瓦光伏组件项目", 260),
                    new Line("5930", "物流", "%d万平方米智能仓储物流园项目", 200),
                    new Line("3562", "电子", "年产%d万套半导体封装部件项目", 310),
                    new Line("1713", "纺织", "年产%d万锭高档纱线项目", 90),
                    new Line("0610", "煤业", "年入洗%d万吨洗煤厂技改项目", 130),
                    new Line("3411", "重工", "年产%d台套节能锅炉项目", 140));

    private Business() {}

    /**
     * @param name of the project
     */
    record Plan(String name, IndustryCode industry, Money investment) {}

    static Plan plan(Draw draw) {
        Line line = draw.oneOf(LINES);
        String firm = draw.oneOf(FIRST) + draw.oneOf(SECOND) + line.trade();
        long tenThousands = Math.round(draw.around(line.millions(), 0.7) * 100);
        return new Plan(
                firm + line.name().formatted(draw.between(1, 12) * 5),
                new IndustryCode(line.industry()),
                new Money(BigDecimal.valueOf(tenThousands * 10_000)));
    }

    /**
     * A credit code with the right check character, that no enterprise has: the check character of
     * the organisation code within it (GB 11714) is wrong on purpose.
     */
    static CreditCode enterprise(RegionCode region, Draw draw) {
        var organisation = new StringBuilder("MA0");
        for (int i = 0; i < 5; i++) {
            organisation.append(ALPHABET.charAt(draw.between(0, ALPHABET.length() - 1)));
        }
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            // Of all letters, not only of those that credit codes use: A is 10, Z is 35.
            sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int right = 11 - sum % 11;
        int wrong = right == 1 ? 2 : 1;
        return CreditCode.ofFirst17("91" + region + organisation + wrong);
    }
}
