/** What integration tests stand on: real PostgreSQL and Kafka, in containers or embedded. */
@NullMarked
package org.chengnuo.approval.parts;

import org.jspecify.annotations.NullMarked;
