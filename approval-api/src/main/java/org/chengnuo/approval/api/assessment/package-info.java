/** The assessment of zones 目标责任考核: schemes are published, and scores given. */
@NullMarked
package org.chengnuo.approval.api.assessment;

import org.jspecify.annotations.NullMarked;
