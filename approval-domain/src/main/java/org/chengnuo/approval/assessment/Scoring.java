package org.chengnuo.approval.assessment;

import org.chengnuo.approval.policy.Standard.Direction;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a content is scored 评分办法: by exactly one of these methods.
 *
 * @param ratio 按目标完成比例
 * @param rank 按位次
 * @param bands 分档
 * @param deduction 扣分
 * @param veto 一票否决
 */
public record Scoring(
        @Nullable Ratio ratio,
        @Nullable Rank rank,
        @Nullable Bands bands,
        @Nullable Deduction deduction,
        @Nullable Veto veto) {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** A method that gives points. */
    public sealed interface Method permits Ratio, Rank, Bands, Deduction, Veto {

        /**
         * What part of the weight a zone gets.
         *
         * @param value of the zone
         * @param all the values of all zones that have one, its own among them
         * @param weight of the content
         */
        BigDecimal share(BigDecimal value, Collection<BigDecimal> all, BigDecimal weight);

        /** The most points that there are for a content of this weight. */
        default BigDecimal most(BigDecimal weight) {
            return weight;
        }
    }

    /**
     * The value by its target, or, where less is better, the target by the value.
     *
     * @param cap the greatest ratio that counts, as in 1 or 1.2
     */
    public record Ratio(Direction direction, BigDecimal target, BigDecimal cap) implements Method {

        @Override
        public BigDecimal share(BigDecimal value, Collection<BigDecimal> all, BigDecimal weight) {
            return switch (direction) {
                case AT_LEAST -> value.divide(target, EXACT).max(BigDecimal.ZERO).min(cap);
                case AT_MOST -> value.signum() <= 0 ? cap : target.divide(value, EXACT).min(cap);
            };
        }

        @Override
        public BigDecimal most(BigDecimal weight) {
            return weight.multiply(cap);
        }
    }

    /**
     * Of n zones with a value, the first gets the whole weight, and each following one an n-th part
     * less. Equal values have the same rank.
     *
     * @param direction whether the most or the least is the best
     */
    public record Rank(Direction direction) implements Method {

        @Override
        public BigDecimal share(BigDecimal value, Collection<BigDecimal> all, BigDecimal weight) {
            long better = all.stream().filter(other -> isBetter(other, value)).count();
            return BigDecimal.valueOf(all.size() - better)
                    .divide(BigDecimal.valueOf(all.size()), EXACT);
        }

        private boolean isBetter(BigDecimal one, BigDecimal other) {
            return switch (direction) {
                case AT_LEAST -> one.compareTo(other) > 0;
                case AT_MOST -> one.compareTo(other) < 0;
            };
        }
    }

    /** The share of the strictest band whose limit is kept; nothing if none is. */
    public record Bands(Direction direction, List<Band> bands) implements Method {

        /**
         * @param share of the weight, from 0 to 1
         */
        public record Band(BigDecimal limit, BigDecimal share) {}

        public Bands {
            bands = List.copyOf(bands);
        }

        @Override
        public BigDecimal share(BigDecimal value, Collection<BigDecimal> all, BigDecimal weight) {
            return bands.stream()
                    .filter(band -> isKept(direction, band.limit(), value))
                    .map(Band::share)
                    .max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ZERO);
        }
    }

    /**
     * The base less so many points for each case, and never less than nothing. The value is the
     * number of cases.
     */
    public record Deduction(BigDecimal base, BigDecimal perCase) implements Method {

        @Override
        public BigDecimal share(BigDecimal value, Collection<BigDecimal> all, BigDecimal weight) {
            return base.subtract(perCase.multiply(value))
                    .max(BigDecimal.ZERO)
                    .divide(weight, EXACT);
        }

        @Override
        public BigDecimal most(BigDecimal weight) {
            return base;
        }
    }

    /** A zone that does not keep the limit has no rank. It gives no points. */
    public record Veto(Direction direction, BigDecimal limit) implements Method {

        @Override
        public BigDecimal share(BigDecimal value, Collection<BigDecimal> all, BigDecimal weight) {
            return BigDecimal.ZERO;
        }

        public boolean isAgainst(BigDecimal value) {
            return !isKept(direction, limit, value);
        }
    }

    private static boolean isKept(Direction direction, BigDecimal limit, BigDecimal value) {
        return switch (direction) {
            case AT_LEAST -> value.compareTo(limit) >= 0;
            case AT_MOST -> value.compareTo(limit) <= 0;
        };
    }

    /** The one method; empty if there is none, or more than one. */
    Optional<Method> only() {
        List<Method> given =
                Stream.<@Nullable Method>of(ratio, rank, bands, deduction, veto)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
    }

    /** The method of a scheme that has been published, and so has exactly one. */
    public Method method() {
        return only().orElseThrow();
    }

    public static Scoring by(Method method) {
        return new Scoring(
                method instanceof Ratio it ? it : null,
                method instanceof Rank it ? it : null,
                method instanceof Bands it ? it : null,
                method instanceof Deduction it ? it : null,
                method instanceof Veto it ? it : null);
    }
}
