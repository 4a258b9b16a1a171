package org.chengnuo.approval.commitment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The stage that a commitment has reached; each holds what the rules still need to know, and no
 * more.
 */
sealed interface Stage {

    /** The enterprise has been told, and has not committed. */
    record Noticed() implements Stage {}

    record Submitted(Letter letter) implements Stage {}

    /**
     * @param until the last day of the publicity
     */
    record Public(Letter letter, LocalDate until, Objections objections) implements Stage {}

    /** The publicity has ended, and an objection is in the way. */
    record PublicityEnded(Letter letter, Objections objections) implements Stage {}

    record InForce(Letter letter, Instant since, Obligations obligations) implements Stage {}

    record Fulfilled(Letter letter) implements Stage {}

    record Declined(Letter letter) implements Stage {}

    /**
     * @param obligations as they stood; null if the letter had not been in force
     */
    record Withdrawn(Letter letter, @Nullable Obligations obligations) implements Stage {}

    /** What became of an objection. */
    enum Objection {
        OPEN,
        UPHELD,
        DISMISSED
    }

    /**
     * The objections to a letter, numbered from 1.
     *
     * @param all in the order of their numbers
     */
    record Objections(List<Objection> all) {

        static final Objections NONE = new Objections(List.of());

        public Objections {
            all = List.copyOf(all);
        }

        Optional<Objection> number(int number) {
            return number < 1 || number > all.size()
                    ? Optional.empty()
                    : Optional.of(all.get(number - 1));
        }

        Objections raised() {
            var more = new ArrayList<>(all);
            more.add(Objection.OPEN);
            return new Objections(more);
        }

        Objections decided(int number, boolean upheld) {
            if (number(number).isEmpty()) {
                return this;
            }
            var changed = new ArrayList<>(all);
            changed.set(number - 1, upheld ? Objection.UPHELD : Objection.DISMISSED);
            return new Objections(changed);
        }

        /** Whether none is in the way of the letter's effect. */
        boolean allDismissed() {
            return all.stream().allMatch(objection -> objection == Objection.DISMISSED);
        }
    }

    /**
     * What has become of an obligation since the letter is in force.
     *
     * @param announced whether it has been said that its day is near
     * @param missed whether its day passed before it was met
     */
    record Owed(Obligation obligation, boolean announced, boolean missed, boolean met) {

        static Owed from(Obligation obligation) {
            return new Owed(obligation, false, false, false);
        }

        Owed announce() {
            return new Owed(obligation, true, missed, met);
        }

        Owed miss() {
            return new Owed(obligation, announced, true, met);
        }

        Owed meet() {
            return new Owed(obligation, announced, missed, true);
        }
    }

    /**
     * All that the enterprise owes by its letter.
     *
     * @param all in the order of the letter
     */
    record Obligations(List<Owed> all) {

        public Obligations {
            all = List.copyOf(all);
        }

        static Obligations of(List<Obligation> obligations) {
            return new Obligations(obligations.stream().map(Owed::from).toList());
        }

        Obligations with(ObligationId id, UnaryOperator<Owed> change) {
            return new Obligations(
                    all.stream()
                            .map(
                                    owed ->
                                            owed.obligation().id().equals(id)
                                                    ? change.apply(owed)
                                                    : owed)
                            .toList());
        }

        /** The obligation, as long as it has not been met. */
        Optional<Obligation> unmet(ObligationId id) {
            return unmet().stream()
                    .map(Owed::obligation)
                    .filter(obligation -> obligation.id().equals(id))
                    .findFirst();
        }

        List<Owed> unmet() {
            return all.stream().filter(owed -> !owed.met()).toList();
        }
    }
}
