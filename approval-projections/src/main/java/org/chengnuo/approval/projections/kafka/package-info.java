/**
 * The journal as it is published to Kafka: how an event stands there, and how it is read from
 * there, in the order of the journal.
 */
@NullMarked
package org.chengnuo.approval.projections.kafka;

import org.jspecify.annotations.NullMarked;
