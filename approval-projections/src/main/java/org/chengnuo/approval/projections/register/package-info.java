/** Which projects and filings there are, and how far each has come. */
@NullMarked
package org.chengnuo.approval.projections.register;

import org.jspecify.annotations.NullMarked;
