/** Filings: one address for each legal act, the history and the clock. */
@NullMarked
package org.chengnuo.approval.api.filing;

import org.jspecify.annotations.NullMarked;
