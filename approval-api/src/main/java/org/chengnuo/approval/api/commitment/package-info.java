/** Commitments: noticed, signed, shown to the public, in force, measured, and looked up. */
@NullMarked
package org.chengnuo.approval.api.commitment;

import org.jspecify.annotations.NullMarked;
