/** A deliberate violation, which the architecture test must catch. */
@NullMarked
package org.chengnuo.approval.projections.violations.service;

import org.jspecify.annotations.NullMarked;
