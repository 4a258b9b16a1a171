/** Publishes figures as certificates, shows them, and computes them again. */
@NullMarked
package org.chengnuo.approval.api.certificates;

import org.jspecify.annotations.NullMarked;
