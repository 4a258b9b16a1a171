/**
 * What in the record of a center a supervisor should look at: findings with evidence, no verdicts.
 */
@NullMarked
package org.chengnuo.approval.projections.conduct;

import org.jspecify.annotations.NullMarked;
