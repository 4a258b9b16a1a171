/** The PostgreSQL that the program brings, for who has no other. */
@NullMarked
package org.chengnuo.approval.api.database;

import org.jspecify.annotations.NullMarked;
