package org.chengnuo.approval.api.imports;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads a log from its first to its last event, holding one event at a time. */
sealed interface LogReader permits XesLog, CsvLog {

    /**
     * @throws ImportRefused at the first thing that is wrong
     */
    void read(OpenedLog log, Consumer<LogRow> rows) throws IOException;

    static LogReader of(OpenedLog.Format format, ImportMapping mapping, ImportLimits limits) {
        return switch (format) {
            case XES -> new XesLog(mapping, limits);
            case CSV -> new CsvLog(mapping, limits);
        };
    }
}
