/** The events of the journal as others read them: XES and OCEL, without what tells of persons. */
@NullMarked
package org.chengnuo.approval.projections.export;

import org.jspecify.annotations.NullMarked;
