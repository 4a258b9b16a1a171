/** What the office decides. */
@NullMarked
package org.chengnuo.approval;

import org.jspecify.annotations.NullMarked;
