package org.chengnuo.approval.projections.operation;

/** Events that are years old as soon as they are recorded, as those of a demonstration. */
public interface OldEvents {

    /** Whether no lag counts now. */
    boolean areBeingRecorded();
}
