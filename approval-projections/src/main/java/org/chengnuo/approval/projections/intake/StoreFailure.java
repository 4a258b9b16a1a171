package org.chengnuo.approval.projections.intake;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Set;

/** A database did not do what it was asked to. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Connection, transaction rollback, insufficient resources, operator intervention, system error
     * (SQL state classes of PostgreSQL).
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    public StoreFailure(String doing, SQLException cause) {
        super("%s: %s".formatted(doing, cause.getMessage()), cause);
    }

    /** Whether it lies with the store, so that the same can work later. */
    static boolean isPassing(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && isPassing(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState();
        String message = String.valueOf(e.getMessage());
        return (state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2)))
                || message.startsWith("IO Error")
                || message.startsWith("Out of Memory Error")
                || message.startsWith("FATAL Error");
    }
}
