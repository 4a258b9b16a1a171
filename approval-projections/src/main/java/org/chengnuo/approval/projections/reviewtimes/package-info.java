/** How long filings take: one fact per filing, and the statistics over them. */
@NullMarked
package org.chengnuo.approval.projections.reviewtimes;

import org.jspecify.annotations.NullMarked;
