package org.chengnuo.approval.api.office;

import org.chengnuo.approval.JournalCommand;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.journal.Recorded;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.project.ImportHistory;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectCommand.ActOnWhatIsDue;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.operation.Correlation;
import org.chengnuo.approval.supervision.SupervisionCommand.ProposeCreditMeasure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where commands come in. Each is carried out in one transaction, which waits its turn at the story
 * and, where the caller sent a key, at the key; so that a command that is sent again, even at the
 * same time or after a restart, is carried out once.
 *
 * <p>The turns are advisory locks of PostgreSQL: they hold across nodes, they end with the
 * transaction, and they write nothing, so that the append to the journal stays the first write of
 * its transaction, on which the order of the intake rests.
 */
@Component
public class Desk {

    /** How the program itself is named in the record, and the channel of its own acts. */
    public static final String AUTOMATION = "automation";

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Journal journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Editions editions;
    private final Agenda agenda;
    private final Clock clock;
    private final Watch watch;

    Desk(
            Journal journal,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Editions editions,
            Agenda agenda,
            Clock clock,
            Watch watch) {
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.savepoint =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.editions = editions;
        this.agenda = agenda;
        this.clock = clock;
        this.watch = watch;
    }

    /** What is said to a request. */
    public interface Answers {

        /** Present if the request is not the caller's to make; then nothing is decided. */
        Optional<Answer> denial();

        Answer recorded(Recorded recorded);

        Answer refused(Refusal refusal);
    }

    /**
     * Carries out a command.
     *
     * @param body what was asked for, as it distinguishes one request from another
     * @param answers what to say, and whether to deny the request; not asked where the key has its
     *     answer already
     * @throws StaleVersion if the story is not at the version that the caller expects
     * @throws KeyReused if the key came first with another request
     */
    public Answer carryOut(Request request, String body, JournalCommand command, Answers answers)
            throws StaleVersion, KeyReused {
        Object result =
                carriedOut(
                        request,
                        command,
                        () -> {
                            try {
                                return inTurn(request, body, command, answers);
                            } catch (StaleVersion | KeyReused e) {
                                watch.cameTo(e instanceof StaleVersion ? "stale" : "key-reused");
                                return e;
                            }
                        });
        return switch (result) {
            case StaleVersion stale -> throw stale;
            case KeyReused reused -> throw reused;
            default -> (Answer) result;
        };
    }

    /**
     * Records without a key and without an answer to be kept, for the program's own acts; joins a
     * transaction that is under way.
     */
    public Recorded record(Request request, JournalCommand command) throws Refusal, StaleVersion {
        Object result =
                carriedOut(
                        request,
                        command,
                        () -> {
                            takeTurn(command.stream());
                            takeTurnOfEnterprise(command);
                            try {
                                Recorded recorded = recorded(request, command);
                                watch.cameTo("recorded");
                                return recorded;
                            } catch (Refusal | StaleVersion e) {
                                watch.cameTo(e instanceof StaleVersion ? "stale" : "refused");
                                return e;
                            }
                        });
        return switch (result) {
            case Refusal refusal -> throw refusal;
            case StaleVersion stale -> throw stale;
            default -> (Recorded) result;
        };
    }

    private Object carriedOut(Request request, JournalCommand command, Supplier<Object> work) {
        return watch.over(
                command,
                request.envelope(),
                () -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private Answer inTurn(Request request, String body, JournalCommand command, Answers answers)
            throws StaleVersion, KeyReused {
        String key = request.key();
        if (key == null) {
            takeTurn(command.stream());
            return answered(request, command, answers);
        }
        String actor = request.envelope().actor();
        String hash = hash(request.address() + "\n" + body);
        takeTurn("key " + actor + " " + key);
        Kept kept = kept(actor, key);
        if (kept != null) {
            if (!kept.hash().equals(hash)) {
                throw new KeyReused(key);
            }
            watch.cameTo("repeated");
            return kept.answer();
        }
        takeTurn(command.stream());
        Answer given = answered(request, command, answers);
        keep(actor, key, hash, given);
        return given;
    }

    private Answer answered(Request request, JournalCommand command, Answers answers)
            throws StaleVersion {
        Optional<Answer> denial = answers.denial();
        if (denial.isPresent()) {
            watch.cameTo("denied");
            return denial.get();
        }
        takeTurnOfEnterprise(command);
        try {
            Recorded recorded = recorded(request, command);
            watch.cameTo("recorded");
            return answers.recorded(recorded);
        } catch (Refusal refusal) {
            watch.cameTo("refused");
            return answers.refused(refusal);
        }
    }

    /**
     * Lets happen what is due in a project by now. Its story says what that is, so that whoever
     * asks again, here or on another node, finds nothing left.
     */
    public Recorded letHappenWhatIsDue(ProjectId project) {
        var act = new ActOnWhatIsDue(project, clock.instant());
        return watch.over(
                act,
                itsOwn(),
                () ->
                        Objects.requireNonNull(
                                transaction.execute(
                                        _ -> {
                                            takeTurn(project.toString());
                                            Recorded recorded = whatIsDue(project);
                                            watch.cameTo("recorded");
                                            return recorded;
                                        })));
    }

    /**
     * What fell due before an act has happened before it. The caller's version is that from before:
     * nobody is stale because time has passed.
     */
    private Recorded recorded(Request request, JournalCommand command)
            throws Refusal, StaleVersion {
        journal.requireVersion(command.stream(), request.expectedVersion());
        if (command instanceof ProjectCommand act && agenda.isDue(act.project())) {
            letHappenBefore(act);
        }
        Instant lookedAt = clock.instant();
        Recorded recorded = journal.record(command, request.envelope());
        switch (command) {
            case ImportHistory _ -> {}
            case ProjectCommand act -> agenda.keep(act.project(), recorded.nextDue(), lookedAt);
            default -> tellWhoeverAsksForTheRules();
        }
        return recorded;
    }

    /** A fault in what is due is told, and holds nobody up: the automation tries it again. */
    private void letHappenBefore(ProjectCommand act) {
        try {
            savepoint.executeWithoutResult(_ -> whatIsDue(act.project()));
        } catch (RuntimeException e) {
            LOG.error(
                    "what is due in project {} does not happen; {} is carried out all the same",
                    act.project(),
                    act.getClass().getSimpleName(),
                    e);
        }
    }

    private Recorded whatIsDue(ProjectId project) {
        Instant now = clock.instant();
        try {
            Recorded recorded = journal.record(new ActOnWhatIsDue(project, now), itsOwn());
            agenda.keep(project, recorded.nextDue(), now);
            return recorded;
        } catch (Refusal refusal) {
            throw new IllegalStateException(
                    "project %s: %s %s".formatted(project, refusal.reason(), refusal.detail()),
                    refusal);
        }
    }

    /** What the program does by itself within a request belongs to that. */
    private static Envelope itsOwn() {
        return new Envelope(AUTOMATION, null, AUTOMATION, null, Correlation.current());
    }

    private void tellWhoeverAsksForTheRules() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        editions.haveChanged();
                    }
                });
    }

    /**
     * A letter in one project of an enterprise and a credit proposal in another come one after the
     * other. It is the last turn that is taken, so that nobody waits in a circle.
     */
    private void takeTurnOfEnterprise(JournalCommand command) {
        if (command instanceof SubmitLetter || command instanceof ProposeCreditMeasure) {
            journal.enterprise(((ProjectCommand) command).project())
                    .ifPresent(enterprise -> takeTurn("credit " + enterprise));
        }
    }

    private void takeTurn(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", what)
                .query((row, _) -> row.getObject(1) == null)
                .list();
    }

    private record Kept(String hash, Answer answer) {}

    private @Nullable Kept kept(String actor, String key) {
        List<Kept> kept =
                jdbc.sql(
                                """
                                select request_hash, status, location, version, body
                                from office.idempotency_key where actor = :actor and key = :key
                                """)
                        .param("actor", actor)
                        .param("key", key)
                        .query(
                                (row, _) ->
                                        new Kept(
                                                row.getString("request_hash"),
                                                new Answer(
                                                        row.getInt("status"),
                                                        row.getString("location"),
                                                        row.getObject("version", Long.class),
                                                        row.getString("body"))))
                        .list();
        return kept.isEmpty() ? null : kept.getFirst();
    }

    private void keep(String actor, String key, String hash, Answer answer) {
        int rows =
                jdbc.sql(
                                """
                                insert into office.idempotency_key
                                       (actor, key, request_hash, status, location, version, body)
                                values (:actor, :key, :hash, :status, :location, :version, :body)
                                """)
                        .param("actor", actor)
                        .param("key", key)
                        .param("hash", hash)
                        .param("status", answer.status())
                        .param("location", answer.location())
                        .param("version", answer.version())
                        .param("body", answer.body())
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("the answer to a key was not kept");
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
