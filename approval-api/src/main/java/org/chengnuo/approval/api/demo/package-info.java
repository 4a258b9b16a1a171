/** The demonstration: three years of a development zone's work, filed through the same commands. */
@NullMarked
package org.chengnuo.approval.api.demo;

import org.jspecify.annotations.NullMarked;
