/** The commitment 承诺, from the notice to the kept promise or its breach. */
@NullMarked
package org.chengnuo.approval.commitment;

import org.jspecify.annotations.NullMarked;
