package org.chengnuo.approval.projections.operation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/**
 * Why the program does not start, for the person who started it: one line that says what is wrong,
 * where, and what would be right. It is all that is printed, and the program ends with exit code 1.
 */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

    public StartRefused(String line) {
        this(line, null);
    }

    public StartRefused(String line, @Nullable Throwable cause) {
        super(line.strip().replaceAll("\\s+", " "), cause);
    }

    @Override
    public int getExitCode() {
        return 1;
    }
}
