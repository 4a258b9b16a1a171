package org.chengnuo.approval.projections.operation;

import org.chengnuo.approval.projections.settings.WrongSetting;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints the one line of a refused start, however deep Spring has wrapped it, and nothing else. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartRefusedReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused || cause instanceof WrongSetting) {
                System.err.println(cause.getMessage());
                return true;
            }
            // Free when we looked, taken when the web server came to it.
            if (cause instanceof PortInUseException taken) {
                System.err.println(WebPort.inUse(taken.getPort()).getMessage());
                return true;
            }
        }
        return false;
    }
}
