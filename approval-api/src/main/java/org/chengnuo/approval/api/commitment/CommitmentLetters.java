package org.chengnuo.approval.api.commitment;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.letter.LetterDocument;
import org.chengnuo.approval.api.letter.LetterDocument.Words;
import org.chengnuo.approval.commitment.CommitmentEvent.LetterSubmitted;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectEvent.ProjectCodeChanged;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.project.ProjectEvent.ProjectTerminated;
import org.chengnuo.approval.project.ProjectEvent.ProjectWithdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commitment letters as they are on record. */
@Component
public class CommitmentLetters {

    private final Journal journal;
    private final Circumstances circumstances;

    CommitmentLetters(Journal journal, Circumstances circumstances) {
        this.journal = journal;
        this.circumstances = circumstances;
    }

    /**
     * @param since when the commitment came to its state
     */
    public record Recorded(LetterDocument document, boolean inForce, Instant since) {}

    /**
     * The letter of a commitment; empty where none has been submitted.
     *
     * @param root of the addresses of this server, as in {@code https://office.example}
     */
    public Optional<Recorded> recorded(CommitmentId id, String root) {
        List<Journal.Entry> story = journal.story(id.project());
        if (Journal.of(id, story).isEmpty()
                || !(story.getFirst().event() instanceof ProjectRegistered project)) {
            return Optional.empty();
        }
        CommitmentView view = CommitmentView.of(id, story, circumstances);
        LetterSubmitted letter = view.letter();
        return letter == null
                ? Optional.empty()
                : Optional.of(recorded(view, letter, project, story, root));
    }

    /** With its project ends also a letter that nobody has declined or withdrawn. */
    private static Recorded recorded(
            CommitmentView view,
            LetterSubmitted letter,
            ProjectRegistered project,
            List<Journal.Entry> story,
            String root) {
        Words state = new Words(view.stateZh(), view.stateEn());
        boolean inForce = view.state().isInForce();
        Instant since = view.since();
        if (view.closed() == null) {
            for (Journal.Entry entry : story) {
                switch (entry.event()) {
                    case ProjectWithdrawn e -> {
                        state =
                                new Words(
                                        "项目已撤回，承诺书失效",
                                        "without effect: the project has been withdrawn");
                        inForce = false;
                        since = e.occurredAt();
                    }
                    case ProjectTerminated e -> {
                        state =
                                new Words(
                                        "项目已终止，承诺书失效",
                                        "without effect: the project has been terminated");
                        inForce = false;
                        since = e.occurredAt();
                    }
                    default -> {}
                }
            }
        }
        return new Recorded(
                document(view, letter, state, project, code(story), root), inForce, since);
    }

    private static LetterDocument document(
            CommitmentView view,
            LetterSubmitted letter,
            Words state,
            ProjectRegistered project,
            @Nullable ProjectCode code,
            String root) {
        Standard standard = view.standard();
        return new LetterDocument(
                letter.number(),
                view.id().toString(),
                project.name(),
                code == null ? null : code.value(),
                letter.enterprise().value(),
                project.zone().value(),
                view.notice().edition(),
                new LetterDocument.Standard(
                        standard.version(),
                        standard.title(),
                        standard.text(),
                        view.notice().standardHash()),
                view.items().stream()
                        .map(
                                item ->
                                        new LetterDocument.Item(
                                                item.code(),
                                                new Words(item.nameZh(), item.nameEn())))
                        .toList(),
                letter.promise().indicators().stream()
                        .flatMap(
                                promised ->
                                        standard.indicator(promised.code()).stream()
                                                .map(
                                                        asked ->
                                                                new LetterDocument.Indicator(
                                                                        new Words(
                                                                                asked.chinese(),
                                                                                asked.english()),
                                                                        promised.unit(),
                                                                        LetterDocument.Direction
                                                                                .valueOf(
                                                                                        promised.direction()
                                                                                                .name()),
                                                                        asked.value(),
                                                                        promised.value())))
                        .toList(),
                letter.promise().milestones().stream()
                        .map(
                                promised ->
                                        new LetterDocument.Milestone(
                                                new Words(
                                                        promised.milestone().chinese(),
                                                        promised.milestone().english()),
                                                promised.by()))
                        .toList(),
                new LetterDocument.Signer(
                        letter.signer().name(),
                        switch (letter.signer().capacity()) {
                            case LEGAL_REPRESENTATIVE -> new Words("法定代表人", "legal representative");
                            case AUTHORISED -> new Words("授权代表", "authorised representative");
                        }),
                letter.occurredAt(),
                state,
                letter.hash(),
                URI.create("%s/letters/%s?hash=%s".formatted(root, view.id(), letter.hash())));
    }

    /** The latest project code. */
    private static @Nullable ProjectCode code(List<Journal.Entry> story) {
        ProjectCode code = null;
        for (Journal.Entry entry : story) {
            if (entry.event() instanceof ProjectRegistered e) {
                code = e.code();
            } else if (entry.event() instanceof ProjectCodeChanged e) {
                code = e.code();
            }
        }
        return code;
    }
}
