package org.chengnuo.approval.projections.export;

import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.reviewtimes.AsOf;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Copies the facts of the statistics into files, from which anybody can compute the figures again
 * with tools of their own. Times are UTC, durations milliseconds.
 */
public final class FactExports {

    private final ReviewTimes times;
    private final Path folder;

    /** How facts can be written. */
    public enum FileFormat {
        CSV("csv", "text/csv;charset=UTF-8", "(format csv, header true)"),
        PARQUET("parquet", "application/vnd.apache.parquet", "(format parquet, compression zstd)");

        private final String word;
        private final String mediaType;
        private final String options;

        FileFormat(String word, String mediaType, String options) {
            this.word = word;
            this.mediaType = mediaType;
            this.options = options;
        }

        public String word() {
            return word;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * A file with facts, which is gone when it is closed.
     *
     * @param position up to which the journal is in it
     */
    public record FactsCopied(Path file, Position position) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @param folder for files that last as long as an export
     */
    public FactExports(ReviewTimes times, Path folder) {
        this.times = times;
        this.folder = folder;
    }

    /**
     * @throws IllegalArgumentException if the table is restricted by what it does not have
     */
    public FactsCopied copy(FactTable table, FileFormat format, FactFilter filter, AsOf asOf) {
        table.requireTold(filter);
        Path file;
        try {
            Files.createDirectories(folder);
            file =
                    folder.resolve(
                            "%s-%s.%s".formatted(table.word(), UUID.randomUUID(), format.word()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The name is ours: nothing of what was asked is in it.
        String to = file.toAbsolutePath().toString().replace("'", "''");
        Sql copy =
                Sql.compose(
                        "copy ({}) to '%s' %s".formatted(to, format.options),
                        table.rows(filter, asOf));
        return times.read(
                (connection, reached) -> {
                    copy.execute(connection);
                    return new FactsCopied(file, reached);
                });
    }
}
