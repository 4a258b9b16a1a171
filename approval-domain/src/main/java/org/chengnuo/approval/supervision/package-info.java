/**
 * Supervision 监管: inspection, rectification, the finding of a breach, and what it does to credit.
 */
@NullMarked
package org.chengnuo.approval.supervision;

import org.jspecify.annotations.NullMarked;
