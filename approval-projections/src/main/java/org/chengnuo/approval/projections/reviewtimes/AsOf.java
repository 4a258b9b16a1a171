package org.chengnuo.approval.projections.reviewtimes;

import org.chengnuo.approval.projections.intake.Position;

import java.time.Instant;

/** What of the journal a figure knows. */
public sealed interface AsOf {

    AsOf NOW = new Now();

    /** All that has been taken in. */
    record Now() implements AsOf {
        @Override
        public String toString() {
            return "now";
        }
    }

    /** All up to a transaction of the journal, and with it. */
    record At(long transaction) implements AsOf {
        @Override
        public String toString() {
            return Long.toString(transaction);
        }
    }

    /** All that had been recorded by a moment. */
    record By(Instant moment) implements AsOf {
        @Override
        public String toString() {
            return moment.toString();
        }
    }

    static AsOf at(Position position) {
        return new At(position.transaction());
    }

    /**
     * Reads {@code now}, a position of the journal ({@code 1234} or {@code 1234:56}, of which the
     * whole transaction counts) or a moment as in {@code 2020-03-31T16:00:00Z}.
     *
     * @throws IllegalArgumentException if the text is none of them
     */
    static AsOf of(String text) {
        if (text.equals("now")) {
            return NOW;
        }
        try {
            if (text.matches("\\d{1,18}(:\\d{1,18})?")) {
                return new At(Long.parseLong(text.replaceFirst(":.*", "")));
            }
            return new By(java.time.OffsetDateTime.parse(text).toInstant());
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "asOf is now, a position of the journal as in 1234:56, or a moment as in"
                            + " 2020-03-31T16:00:00Z, not «%.64s»".formatted(text),
                    e);
        }
    }

    /** The facts as they were known then. */
    default Sql facts() {
        return versions("fact", "past");
    }

    /** The same of the projects. */
    default Sql projects() {
        return versions("project_fact", "project_past");
    }

    private Sql versions(String present, String past) {
        String both =
                """
                (select * from %s where %%1$s <= ? union all
                 select * exclude (known_to, known_until) from %s where %%1$s <= ? and %%2$s > ?)
                """
                        .formatted(present, past);
        return switch (this) {
            case Now _ -> Sql.of(present);
            case At(long transaction) ->
                    Sql.of(
                            both.formatted("known_from", "known_to"),
                            transaction,
                            transaction,
                            transaction);
            case By(Instant moment) ->
                    Sql.of(both.formatted("known_at", "known_until"), moment, moment, moment);
        };
    }

    /** The condition on the acts that were known then. */
    default Sql acts() {
        return switch (this) {
            case Now _ -> Sql.of("true");
            case At(long transaction) -> Sql.of("transaction_id <= ?", transaction);
            case By(Instant moment) -> Sql.of("recorded_at <= ?", moment);
        };
    }
}
