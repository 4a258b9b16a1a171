package org.chengnuo.approval.policy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A standard 标准 that an enterprise can commit to keep: its text in one version, and what can be
 * measured of it.
 *
 * @param version unique within the edition, as in {@code standard-land-2021-1}
 * @param title in Chinese
 * @param text as it is served to the enterprise
 */
public record Standard(String version, String title, String text, List<Indicator> indicators) {

    public Standard {
        indicators = List.copyOf(indicators);
    }

    /** What is at least, or at most, to be reached. */
    public enum Direction {
        AT_LEAST("不低于"),
        AT_MOST("不高于");

        private final String chinese;

        Direction(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        /** Whether one value keeps what the other asks for. */
        public boolean isKept(BigDecimal value, BigDecimal asked) {
            int order = value.compareTo(asked);
            return this == AT_LEAST ? order >= 0 : order <= 0;
        }
    }

    /** When an indicator can be measured: what is built at the completion, what it yields later. */
    public enum Measured {
        AT_COMPLETION("竣工时"),
        IN_OPERATION("运营中");

        private final String chinese;

        Measured(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * An indicator 指标, as the plot ratio 容积率.
     *
     * @param code unique within the standard
     * @param unit as in {@code 万元/亩}
     * @param measured when it can be measured
     */
    public record Indicator(
            String code,
            String chinese,
            String english,
            String unit,
            Direction direction,
            BigDecimal value,
            Measured measured) {}

    public Optional<Indicator> indicator(String code) {
        return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /**
     * SHA-256, as 64 hexadecimal digits, of the version, the title, the text and the indicators.
     */
    public String hash() {
        var whole = new StringBuilder();
        whole.append(version).append('\n').append(title).append('\n').append(text).append('\n');
        for (Indicator i : indicators) {
            whole.append(
                    "%s|%s|%s|%s|%s|%s%n"
                            .formatted(
                                    i.code(),
                                    i.chinese(),
                                    i.unit(),
                                    i.direction(),
                                    i.value().stripTrailingZeros().toPlainString(),
                                    i.measured())
                            .replace(System.lineSeparator(), "\n"));
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(whole.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
