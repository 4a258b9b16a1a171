package org.chengnuo.approval.project;

import org.chengnuo.approval.Circumstances;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What falls due by itself in a project: a function of its story, of all its parts.
 *
 * @param ended whether the project has: what the law asks of its filings and orders falls due all
 *     the same, so that none is left without an answer; its commitments bind nobody any more, and
 *     nothing is granted to it by silence
 */
record Agenda(Dossier dossier, boolean ended, Circumstances circumstances) {

    Optional<Instant> next() {
        return Optional.ofNullable(due(dossier)).map(Due::at);
    }

    /**
     * All that falls due up to that moment, in the order of the moments; what one thing brings
     * about can be due in turn.
     */
    List<ProjectEvent> until(Instant moment) {
        var events = new ArrayList<ProjectEvent>();
        Dossier then = dossier;
        Due due = due(then);
        while (due != null && !due.at().isAfter(moment)) {
            for (ProjectEvent event : due.events()) {
                then = then.evolve(event);
                events.add(event);
            }
            Due next = due(then);
            if (due.equals(next)) {
                throw new IllegalStateException("%s falls due twice".formatted(due));
            }
            due = next;
        }
        return events;
    }

    /** Of what falls due at one moment, filings come first, then commitments, then supervision. */
    private @Nullable Due due(Dossier then) {
        String calendar = circumstances.policy(then.particulars().edition()).calendar();
        Stream<@Nullable Due> filings =
                then.filings().values().stream()
                        .map(filing -> filing.fallsDue(!ended, circumstances));
        Stream<@Nullable Due> commitments =
                ended
                        ? Stream.empty()
                        : then.commitments().values().stream()
                                .map(one -> one.fallsDue(circumstances));
        Stream<@Nullable Due> supervision =
                Stream.ofNullable(then.supervision().fallsDue(calendar, circumstances));
        return Stream.of(filings, commitments, supervision)
                .flatMap(dues -> dues)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Due::at))
                .orElse(null);
    }
}
