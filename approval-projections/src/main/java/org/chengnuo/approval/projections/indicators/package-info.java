/**
 * What the reform is measured by: each indicator defined, answered, and led back to its filings.
 */
@NullMarked
package org.chengnuo.approval.projections.indicators;

import org.jspecify.annotations.NullMarked;
