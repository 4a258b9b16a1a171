package org.chengnuo.approval.projections.violations.astray;

import org.apache.kafka.common.TopicPartition;

/** Knows of Kafka outside its package: on purpose, for the rule that must catch it. */
final class Astray {

    private Astray() {}

    static int partition(TopicPartition partition) {
        return partition.partition();
    }
}
