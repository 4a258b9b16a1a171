/** Construction: its start cleared and reported, its completion accepted, production begun. */
@NullMarked
package org.chengnuo.approval.api.construction;

import org.jspecify.annotations.NullMarked;
