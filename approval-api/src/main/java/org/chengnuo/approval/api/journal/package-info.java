/** The journal: Axon appends the events of a project, and they are read back from it. */
@NullMarked
package org.chengnuo.approval.api.journal;

import org.jspecify.annotations.NullMarked;
