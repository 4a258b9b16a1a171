package org.chengnuo.approval.projections.intake;

import java.util.List;

/** Is told what a read model has taken in, once its tables hold it. */
@FunctionalInterface
public interface TakenIn {

    void told(String projection, List<RecordedEvent> events);
}
