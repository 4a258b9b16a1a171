/**
 * The assessment of zones 目标责任考核: by which schemes they are scored, and which scores were given.
 */
@NullMarked
package org.chengnuo.approval.assessment;

import org.jspecify.annotations.NullMarked;
