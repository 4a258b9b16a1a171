/** An investment project 投资项目, the one story to which every act belongs. */
@NullMarked
package org.chengnuo.approval.project;

import org.jspecify.annotations.NullMarked;
