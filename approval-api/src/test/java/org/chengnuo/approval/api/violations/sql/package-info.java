/** A deliberate violator. */
@NullMarked
package org.chengnuo.approval.api.violations.sql;

import org.jspecify.annotations.NullMarked;
