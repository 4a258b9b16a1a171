/** The policy editions: which items there are, and what applies to each. */
@NullMarked
package org.chengnuo.approval.api.policy;

import org.jspecify.annotations.NullMarked;
