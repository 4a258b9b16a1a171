/**
 * Real logs of other systems, read as they are, checked whole, and only then told to the journal.
 */
@NullMarked
package org.chengnuo.approval.api.imports;

import org.jspecify.annotations.NullMarked;
