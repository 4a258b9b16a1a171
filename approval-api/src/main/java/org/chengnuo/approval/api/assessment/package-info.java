/** The assessment of zones 目标责任考核: schemes are published, scores given, and the board is shown. */
@NullMarked
package org.chengnuo.approval.api.assessment;

import org.jspecify.annotations.NullMarked;
