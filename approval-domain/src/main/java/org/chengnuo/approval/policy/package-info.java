/** What applies: the items, their classes, limits and thresholds, by edition. */
@NullMarked
package org.chengnuo.approval.policy;

import org.jspecify.annotations.NullMarked;
