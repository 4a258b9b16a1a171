package org.chengnuo.approval.projections.operation;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.projections.intake.TestJournal;

/** A database in which nothing is yet. */
final class BeforeTheFirstStart {

    private BeforeTheFirstStart() {}

    /** Events can be appended when a program has been started on it. */
    static TestJournal journal(Parts parts) {
        var journal = new TestJournal(parts);
        journal.execute("drop schema journal, views, views_rebuild, office cascade");
        return journal;
    }
}
