/** What people look up and measure: one package for each question. */
@NullMarked
package org.chengnuo.approval.projections;

import org.jspecify.annotations.NullMarked;
