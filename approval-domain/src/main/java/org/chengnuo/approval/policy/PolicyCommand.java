package org.chengnuo.approval.policy;

import org.chengnuo.approval.journal.JournalCommand;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What may be asked of the policy editions. */
public sealed interface PolicyCommand extends JournalCommand {

    /** The name of the edition, as in {@code 2027}. */
    String edition();

    /** All editions are one story, so that a rule across editions holds at once. */
    @Override
    default String stream() {
        return PolicyEvent.STREAM;
    }

    /** Writes a draft, or puts another in its place. */
    record DraftPolicyEdition(String edition, PolicyContent content) implements PolicyCommand {

        public DraftPolicyEdition {
            edition = PolicyRules.name(edition);
        }
    }

    record DiscardDraft(String edition) implements PolicyCommand {}

    /**
     * @param supersedes the edition that ends when this one begins; null if none does
     */
    record PublishPolicyEdition(String edition, Validity validity, @Nullable String supersedes)
            implements PolicyCommand {}

    /**
     * The edition ends for new registrations; what is running under it stays under it.
     *
     * @param until the first moment at which it is no longer in force
     */
    record SupersedePolicyEdition(String edition, Instant until, @Nullable String reason)
            implements PolicyCommand {}
}
