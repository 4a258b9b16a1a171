/**
 * The figures as they are asked for over HTTP, how they are spread, and the filings behind them.
 */
@NullMarked
package org.chengnuo.approval.projections.statistics;

import org.jspecify.annotations.NullMarked;
