/** What is recorded goes out, to Kafka, for whoever reads it there. */
@NullMarked
package org.chengnuo.approval.api.publication;

import org.jspecify.annotations.NullMarked;
