package org.chengnuo.approval.api.demo;

import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An act as one story has it. The numbers of filings and of papers come from the order in which the
 * acts of all stories are entered, so that they are only known when all stories are.
 *
 * @param story which of the project's filings it is of; 0 for an act of the project itself
 * @param act null for what comes about by itself
 * @param planted what a later look at the record should find here
 */
record Step(
        int story,
        Instant occurredAt,
        Instant recordedAt,
        Person who,
        List<Planted.Kind> planted,
        @Nullable Written act) {

    Step {
        planted = List.copyOf(planted);
    }

    /** The act, once it is known which filing it is of and which number its paper gets. */
    @FunctionalInterface
    interface Written {
        ProjectCommand command(Entry entry);
    }

    /**
     * @param filing the filing; of an act of the project itself, none
     */
    record Entry(ProjectId project, @Nullable FilingId filingOrNone, Papers papers) {

        FilingId filing() {
            return Objects.requireNonNull(filingOrNone);
        }
    }

    /**
     * @param actingFor the enterprise for which an agent acts
     */
    record Person(String name, @Nullable String actingFor) {}
}
