package org.chengnuo.approval.projections.ageing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A filing that is open.
 *
 * @param keys of its group
 * @param since its acceptance, or its receipt if it is not accepted yet
 * @param workingDays how many have passed since then
 * @param limit the promised one with its extension, as in {@code 20 WD}; null if it is not accepted
 * @param used of the limit, in the same unit
 * @param due the last day that is in time; it moves on while the filing is stopped
 */
public record OpenFiling(
        List<@Nullable String> keys,
        String filing,
        String project,
        @Nullable String caseId,
        String item,
        String zone,
        String center,
        String state,
        @Nullable String importId,
        Instant since,
        int workingDays,
        Age age,
        Share share,
        @Nullable String limit,
        @Nullable String used,
        @Nullable LocalDate due,
        boolean stopped,
        boolean overdue) {

    // Not the compact form: its class file forgets that a key may be null.
    public OpenFiling(
            List<@Nullable String> keys,
            String filing,
            String project,
            @Nullable String caseId,
            String item,
            String zone,
            String center,
            String state,
            @Nullable String importId,
            Instant since,
            int workingDays,
            Age age,
            Share share,
            @Nullable String limit,
            @Nullable String used,
            @Nullable LocalDate due,
            boolean stopped,
            boolean overdue) {
        this.keys = Collections.unmodifiableList(new ArrayList<>(keys));
        this.filing = filing;
        this.project = project;
        this.caseId = caseId;
        this.item = item;
        this.zone = zone;
        this.center = center;
        this.state = state;
        this.importId = importId;
        this.since = since;
        this.workingDays = workingDays;
        this.age = age;
        this.share = share;
        this.limit = limit;
        this.used = used;
        this.due = due;
        this.stopped = stopped;
        this.overdue = overdue;
    }
}
