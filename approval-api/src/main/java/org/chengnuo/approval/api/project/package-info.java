/** Projects: registered, given a code, looked up. */
@NullMarked
package org.chengnuo.approval.api.project;

import org.jspecify.annotations.NullMarked;
