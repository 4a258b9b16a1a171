package org.chengnuo.approval.policy;

import org.chengnuo.approval.journal.JournalEvent;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What happened to a policy edition. */
public sealed interface PolicyEvent extends JournalEvent {

    /** The stream of all editions. */
    String STREAM = "policy";

    /** The name of the edition. */
    String edition();

    @Override
    default String stream() {
        return STREAM;
    }

    record PolicyDrafted(String edition, Instant occurredAt, PolicyContent content)
            implements PolicyEvent {}

    record DraftDiscarded(String edition, Instant occurredAt) implements PolicyEvent {}

    /** The draft, as it was last written, is the edition from now on. */
    record PolicyPublished(
            String edition, Instant occurredAt, Validity validity, @Nullable String supersedes)
            implements PolicyEvent {}

    /**
     * @param until the first moment at which it is no longer in force
     */
    record PolicySuperseded(String edition, Instant occurredAt, Instant until, String reason)
            implements PolicyEvent {}
}
