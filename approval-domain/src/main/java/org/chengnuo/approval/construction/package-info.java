/** From the clearance of the start of construction to production. */
@NullMarked
package org.chengnuo.approval.construction;

import org.jspecify.annotations.NullMarked;
