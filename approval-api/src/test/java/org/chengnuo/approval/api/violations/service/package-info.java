/** A deliberate violator. */
@NullMarked
package org.chengnuo.approval.api.violations.service;

import org.jspecify.annotations.NullMarked;
