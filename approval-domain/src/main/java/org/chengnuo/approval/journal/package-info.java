/** The names under which events are stored for ever. */
@NullMarked
package org.chengnuo.approval.journal;

import org.jspecify.annotations.NullMarked;
