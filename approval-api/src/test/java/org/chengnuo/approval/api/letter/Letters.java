package org.chengnuo.approval.api.letter;

import org.chengnuo.approval.api.letter.LetterDocument.Direction;
import org.chengnuo.approval.api.letter.LetterDocument.Indicator;
import org.chengnuo.approval.api.letter.LetterDocument.Item;
import org.chengnuo.approval.api.letter.LetterDocument.Milestone;
import org.chengnuo.approval.api.letter.LetterDocument.Signer;
import org.chengnuo.approval.api.letter.LetterDocument.Standard;
import org.chengnuo.approval.api.letter.LetterDocument.Words;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Letters to look at. */
final class Letters {

    static final String HASH = "3f7a9c0e5b1d2846a7c3e9f0b2d4861735a9c7e1f3b5d7092846ac0e1f3b5d70";

    private static final String TEXT =
            """
            本标准依据《山西省企业投资项目承诺制规定》制定，适用于本开发区内以“标准地”方式供应的工业用地。企业签署承诺书后，即视为已知悉并接受本标准所列各项控制指标及其法律责任。
            固定资产投资强度不低于200万元/亩；容积率不低于1.0；单位工业增加值能耗不高于0.35吨标准煤/万元；亩均税收不低于15万元（自投产后第二个完整年度起考核）。
            企业应当按照承诺的时间节点开工、竣工、投产；因不可抗力不能按期履行的，应当自事由发生之日起十五日内书面告知，并提交证明材料。
            监管部门按照“谁审批、谁监管，谁主管、谁监管”的原则，在开工前、建设中、竣工时和投产后进行检查；发现未达到承诺要求的，责令限期整改。
            """;

    private Letters() {}

    static LetterDocument letter() {
        return letter("年产10万吨精密铸件项目", "2018-141002-33-03-012345", "张伟", TEXT);
    }

    static LetterDocument letter(
            String project, @Nullable String code, String signer, String text) {
        return new LetterDocument(
                "承〔2026〕17号",
                "0195d7a0-0000-7000-8000-000000000001",
                project,
                code,
                "11320000MB151840XJ",
                "LF-01 临汾经济开发区",
                "shanxi-2021",
                new Standard(
                        "2026-1",
                        "临汾经济开发区工业项目“标准地”控制性指标",
                        text,
                        "9b74c9897bac770ffc029102a200c5de11f0c2c8e6f2d2b4a3e0f7d1c5b6a798"),
                List.of(
                        new Item("cn-shanxi:energy-review", new Words("节能审查", "Energy review")),
                        new Item(
                                "cn-shanxi:soil-water",
                                new Words("生产建设项目水土保持方案审批", "Soil and water conservation plan")),
                        new Item(
                                "cn-shanxi:lightning",
                                new Words("防雷装置设计审核", "Lightning protection design review"))),
                List.of(
                        indicator(
                                "固定资产投资强度",
                                "Investment intensity",
                                "万元/亩",
                                Direction.AT_LEAST,
                                "200",
                                "260.5"),
                        indicator("容积率", "Plot ratio", "—", Direction.AT_LEAST, "1.0", "1.2"),
                        indicator(
                                "单位工业增加值能耗",
                                "Energy per unit of value added",
                                "吨标准煤/万元",
                                Direction.AT_MOST,
                                "0.35",
                                "0.32"),
                        indicator("亩均税收", "Tax per mu", "万元/亩", Direction.AT_LEAST, "15", "18")),
                List.of(
                        new Milestone(
                                new Words("开工", "Construction start"), LocalDate.of(2027, 3, 1)),
                        new Milestone(new Words("竣工", "Completion"), LocalDate.of(2028, 6, 30)),
                        new Milestone(
                                new Words("投产", "Start of production"), LocalDate.of(2028, 10, 1))),
                new Signer(signer, new Words("法定代表人", "legal representative")),
                Instant.parse("2026-09-01T01:30:15Z"),
                new Words("生效中", "in force"),
                HASH,
                URI.create(
                        "https://chengnuo.example.cn/letters/0195d7a0-0000-7000-8000-000000000001?hash="
                                + HASH));
    }

    private static Indicator indicator(
            String zh,
            String en,
            String unit,
            Direction direction,
            String standard,
            String promised) {
        return new Indicator(
                new Words(zh, en),
                unit,
                direction,
                new BigDecimal(standard),
                new BigDecimal(promised));
    }
}
