/** The read models: how far each is, what it could not take in, and their rebuild. */
@NullMarked
package org.chengnuo.approval.api.projections;

import org.jspecify.annotations.NullMarked;
