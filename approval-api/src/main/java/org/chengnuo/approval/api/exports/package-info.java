/** The events of the journal to take away, over HTTP and by command line. */
@NullMarked
package org.chengnuo.approval.api.exports;

import org.jspecify.annotations.NullMarked;
