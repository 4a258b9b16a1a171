/** The demonstration: three years of five zones' work, filed through the same commands. */
@NullMarked
package org.chengnuo.approval.api.demo;

import org.jspecify.annotations.NullMarked;
