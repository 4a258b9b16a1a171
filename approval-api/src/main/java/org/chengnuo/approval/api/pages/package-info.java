/** What people look at: the statistics, the filings behind them, and the clock of each filing. */
@NullMarked
package org.chengnuo.approval.api.pages;

import org.jspecify.annotations.NullMarked;
