/** How zones score by an assessment scheme 目标责任考核, and how much that hangs on its weights. */
@NullMarked
package org.chengnuo.approval.projections.scoreboard;

import org.jspecify.annotations.NullMarked;
