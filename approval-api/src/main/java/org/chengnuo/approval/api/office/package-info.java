/** The office at work: a command is carried out once, in one transaction, at its time. */
@NullMarked
package org.chengnuo.approval.api.office;

import org.jspecify.annotations.NullMarked;
