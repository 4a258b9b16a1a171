/** The events of the journal to take away, by command line. */
@NullMarked
package org.chengnuo.approval.api.exports;

import org.jspecify.annotations.NullMarked;
