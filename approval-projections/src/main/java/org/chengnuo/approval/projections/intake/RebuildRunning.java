package org.chengnuo.approval.projections.intake;

/** The read model is being rebuilt already; one at a time. */
public final class RebuildRunning extends RuntimeException {

    private static final long serialVersionUID = 1;

    RebuildRunning(String name) {
        super("%s is being rebuilt already".formatted(name));
    }
}
