/**
 * A filing 办件: one item of one project, from its receipt to its delivery, with one rule for each
 * article.
 */
@NullMarked
package org.chengnuo.approval.filing;

import org.jspecify.annotations.NullMarked;
