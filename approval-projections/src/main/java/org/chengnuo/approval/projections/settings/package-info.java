/** What can be set, each with its meaning, its default and what it has to be. */
@NullMarked
package org.chengnuo.approval.projections.settings;

import org.jspecify.annotations.NullMarked;
