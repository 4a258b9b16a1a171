package org.chengnuo.approval.projections.reviewtimes;

import java.math.BigDecimal;
import java.util.List;

/** How a measure is spread over the filings. */
public record Distribution(Definition definition, long n, Scale scale, List<Bin> bins) {

    public Distribution {
        bins = List.copyOf(bins);
    }

    /** How the bins widen. */
    public enum Scale {
        LINEAR,
        /** By powers; all below a second is in the first bin. */
        LOG
    }

    /** From inclusive, to exclusive. */
    public record Bin(BigDecimal fromSeconds, BigDecimal toSeconds, long n) {}
}
