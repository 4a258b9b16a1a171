/** What if: the same filings judged under another rule, and those whose judgement flips. */
@NullMarked
package org.chengnuo.approval.projections.whatif;

import org.jspecify.annotations.NullMarked;
