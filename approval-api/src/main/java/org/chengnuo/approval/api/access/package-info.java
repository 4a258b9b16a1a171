/** Who may act. */
@NullMarked
package org.chengnuo.approval.api.access;

import org.jspecify.annotations.NullMarked;
