/** Who may do what. */
@NullMarked
package org.chengnuo.approval.api.access;

import org.jspecify.annotations.NullMarked;
