package org.chengnuo.approval.project;

/** Whether a project is there, and whether it still goes on. */
sealed interface Stage {

    /** Nothing has happened. */
    record Unknown() implements Stage {}

    /** Known from a log: it is looked at, and takes no acts. */
    record Imported() implements Stage {}

    record Open(Dossier dossier) implements Stage {}

    record Withdrawn(Dossier dossier) implements Stage {}

    record Terminated(Dossier dossier) implements Stage {}
}
