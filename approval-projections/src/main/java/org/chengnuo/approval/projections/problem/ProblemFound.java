package org.chengnuo.approval.projections.problem;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** A problem that is found far from who answers the request, and is told as it stands. */
public final class ProblemFound extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never sent anywhere
    private final Problem problem;

    public ProblemFound(Problem problem) {
        this(problem, null);
    }

    /**
     * @param cause for the log, if the fault is ours
     */
    public ProblemFound(Problem problem, @Nullable Throwable cause) {
        super(problem.title() + ": " + problem.detail(), cause, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
