/** The PostgreSQL that the journal and the read models live in, and the checks of the start. */
@NullMarked
package org.chengnuo.approval.api.database;

import org.jspecify.annotations.NullMarked;
