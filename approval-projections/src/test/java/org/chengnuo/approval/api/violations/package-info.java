/** Stands for the API in a deliberate violation, which the architecture test must catch. */
@NullMarked
package org.chengnuo.approval.api.violations;

import org.jspecify.annotations.NullMarked;
