package org.chengnuo.approval.projections.export;

import org.chengnuo.approval.projections.intake.JournalSnapshot;
import org.chengnuo.approval.projections.intake.Position;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * The events of a selection, up to a position: the same selection and position give the same again,
 * for ever. However many they are, a project at a time is in memory.
 */
public final class Export implements AutoCloseable {

    private final JournalSnapshot snapshot;
    private final Selection selection;
    private final Position upTo;
    private final Path folder;

    Export(JournalSnapshot snapshot, Selection selection, Position upTo, Path folder) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.upTo = upTo;
        this.folder = folder;
    }

    /** The last event of the journal that it looks at. */
    public Position upTo() {
        return upTo;
    }

    /** As in {@code events-1234-5678.xes.gz}. */
    public String fileName(Format format) {
        return "events-%d-%d.%s".formatted(upTo.transaction(), upTo.index(), format.word());
    }

    /**
     * Writes the events, and leaves the stream open.
     *
     * @throws IllegalStateException if an event of the journal cannot be read
     */
    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case XES -> writeXes(out);
            case XES_GZ -> {
                var gzip = new GZIPOutputStream(out, 1 << 16);
                writeXes(gzip);
                gzip.finish();
            }
            case OCEL_JSON, OCEL_SQLITE -> writeOcel(format, out);
        }
    }

    private void writeXes(OutputStream out) throws IOException {
        // XML comes out byte by byte, which compression can do without.
        var buffered = new BufferedOutputStream(out, 1 << 16);
        var log = new XesLog(buffered);
        log.begin(upTo);
        snapshot.tell(selection.stories(), upTo, story -> log.write(story, selection));
        log.end();
        buffered.flush();
    }

    /**
     * As OCEL holds each object once and says first which types there are, all of it goes into a
     * file before the first byte goes out.
     */
    private void writeOcel(Format format, OutputStream out) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "events-", ".sqlite");
        try {
            try (var log = new OcelFile(file)) {
                snapshot.tell(
                        selection.stories(),
                        upTo,
                        story -> {
                            if (selection.hasOneThatBegan(story.getFirst().event().occurredAt())) {
                                OcelStory.write(story, log);
                            }
                        });
                log.complete();
                if (format == Format.OCEL_JSON) {
                    OcelJson.write(log, out);
                    return;
                }
            }
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
