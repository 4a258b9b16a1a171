package org.chengnuo.approval.projections.export;

import org.chengnuo.approval.projections.intake.JournalSnapshot;
import org.chengnuo.approval.projections.intake.Position;

import java.nio.file.Path;

import javax.sql.DataSource;

/** Begins exports of the journal's events. */
public final class Exports {

    private final DataSource journal;
    private final Path folder;

    /**
     * @param folder for files that last as long as an export
     */
    public Exports(DataSource journal, Path folder) {
        this.journal = journal;
        this.folder = folder;
    }

    /**
     * What is recorded from now on is not part of it.
     *
     * @throws IllegalArgumentException if the position has not been reached: what comes up to it is
     *     not known yet
     */
    public Export begin(Selection selection) {
        JournalSnapshot snapshot = JournalSnapshot.open(journal);
        Position asOf = selection.asOf();
        if (asOf != null && asOf.isAfter(snapshot.end())) {
            snapshot.close();
            throw new IllegalArgumentException(
                    "asOf is at most %s, the last event that can be read, not %s"
                            .formatted(snapshot.end(), asOf));
        }
        return new Export(snapshot, selection, asOf == null ? snapshot.end() : asOf, folder);
    }
}
