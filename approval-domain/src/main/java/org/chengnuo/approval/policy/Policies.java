package org.chengnuo.approval.policy;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.Finding;
import org.chengnuo.approval.Reason;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.policy.PolicyCommand.DiscardDraft;
import org.chengnuo.approval.policy.PolicyCommand.DraftPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.PublishPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.SupersedePolicyEdition;
import org.chengnuo.approval.policy.PolicyEvent.DraftDiscarded;
import org.chengnuo.approval.policy.PolicyEvent.PolicyDrafted;
import org.chengnuo.approval.policy.PolicyEvent.PolicyPublished;
import org.chengnuo.approval.policy.PolicyEvent.PolicySuperseded;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All policy editions 政策库: those that come with the program, and what has become of others. An
 * edition is drafted, published, and at some time superseded; what was published never changes, so
 * that a correction is a new edition. Immutable.
 */
public final class Policies {

    /** What has become of an edition. */
    sealed interface Stage {

        record NotThere() implements Stage {}

        record Drafted(PolicyContent content) implements Stage {}

        record Published(PolicyEdition edition) implements Stage {}

        /**
         * @param edition with the moment at which it ends
         */
        record Superseded(PolicyEdition edition, String reason) implements Stage {}
    }

    /** Of those that cover a project, the narrowest; of equally narrow ones, the latest. */
    private static final Comparator<PolicyEdition> BY_PRECEDENCE =
            Comparator.comparing((PolicyEdition edition) -> narrowness(edition.validity()))
                    .thenComparing(
                            edition -> edition.validity().zones().size(), Comparator.reverseOrder())
                    .thenComparing(PolicyEdition::inForceFrom)
                    .thenComparing(PolicyEdition::name);

    private static final Comparator<PolicyEdition> BY_AGE =
            Comparator.comparing(PolicyEdition::inForceFrom).thenComparing(PolicyEdition::name);

    /** Before the first event: the editions that come with the program. */
    public static final Policies SHIPPED = shipped();

    private final Map<String, Stage> stages;
    private final List<PolicyEdition> published;

    private Policies(Map<String, Stage> stages) {
        this.stages = Collections.unmodifiableMap(stages);
        this.published =
                stages.values().stream()
                        .flatMap(stage -> edition(stage).stream())
                        .sorted(BY_AGE)
                        .toList();
    }

    private static Policies shipped() {
        var stages = new LinkedHashMap<String, Stage>();
        for (PolicyEdition edition : ShippedPolicies.all()) {
            stages.put(edition.name(), new Stage.Published(edition));
        }
        return new Policies(stages);
    }

    /** Those that have been published, superseded ones included, the oldest first. */
    public List<PolicyEdition> published() {
        return published;
    }

    /** The edition of that name, if it has been published. */
    public Optional<PolicyEdition> edition(String name) {
        return edition(stage(name));
    }

    /** An item as the latest edition that has it names it. */
    public Optional<PolicyItem> item(ItemCode code) {
        return published.reversed().stream()
                .flatMap(edition -> edition.item(code).stream())
                .findFirst();
    }

    /** The draft of that name. */
    public Optional<PolicyContent> draft(String name) {
        return stage(name) instanceof Stage.Drafted(PolicyContent content)
                ? Optional.of(content)
                : Optional.empty();
    }

    /** The names of the drafts, in the order in which they were begun. */
    public List<String> drafts() {
        return stages.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Stage.Drafted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Why an edition was superseded; empty if it was not. */
    public Optional<String> supersededBecause(String name) {
        return stage(name) instanceof Stage.Superseded(_, String reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /**
     * The edition under which a project is that is registered then, there, and as this: of those
     * that cover it the one with the narrowest scope, then the latest; before the first one, the
     * first.
     */
    public PolicyEdition inForce(Instant moment, ZoneCode zone, ProjectType type) {
        return published.stream()
                .filter(edition -> edition.validity().covers(moment, zone, type))
                .max(BY_PRECEDENCE)
                .orElseGet(published::getFirst);
    }

    /**
     * The editions under which projects within a scope are that are registered at its beginning:
     * one for each of its zones and types; where it is for all, that for all.
     */
    public List<PolicyEdition> inForce(Validity scope) {
        return orAny(scope.zones()).stream()
                .flatMap(
                        zone ->
                                orAny(scope.types()).stream()
                                        .map(type -> inForce(scope, zone, type)))
                .distinct()
                .toList();
    }

    private PolicyEdition inForce(
            Validity scope, Optional<ZoneCode> zone, Optional<ProjectType> type) {
        return published.stream()
                .filter(edition -> edition.validity().isInForceAt(scope.from()))
                .filter(edition -> isWithin(zone, edition.validity().zones()))
                .filter(edition -> isWithin(type, edition.validity().types()))
                .max(BY_PRECEDENCE)
                .orElseGet(published::getFirst);
    }

    private static <T> List<Optional<T>> orAny(Set<T> named) {
        return named.isEmpty()
                ? List.of(Optional.empty())
                : named.stream().map(Optional::of).toList();
    }

    private static <T> boolean isWithin(Optional<T> one, Set<T> scope) {
        return scope.isEmpty() || one.filter(scope::contains).isPresent();
    }

    private static int narrowness(Validity validity) {
        return (validity.zones().isEmpty() ? 0 : 1) + (validity.types().isEmpty() ? 0 : 1);
    }

    /**
     * @throws Refusal if the command is not in turn or the edition not complete; nothing has
     *     happened
     */
    public List<PolicyEvent> decide(PolicyCommand command, Circumstances circumstances)
            throws Refusal {
        Instant now = circumstances.now();
        String name = command.edition();
        return switch (command) {
            case DraftPolicyEdition draft ->
                    switch (stage(name)) {
                        case Stage.NotThere _, Stage.Drafted _ ->
                                List.of(new PolicyDrafted(name, now, draft.content()));
                        case Stage.Published _, Stage.Superseded _ -> throw isPublished(name);
                    };
            case DiscardDraft _ ->
                    switch (stage(name)) {
                        case Stage.NotThere _ -> throw isNotThere(name);
                        case Stage.Drafted _ -> List.of(new DraftDiscarded(name, now));
                        case Stage.Published _, Stage.Superseded _ -> throw isPublished(name);
                    };
            case PublishPolicyEdition publish ->
                    switch (stage(name)) {
                        case Stage.NotThere _ -> throw isNotThere(name);
                        case Stage.Drafted(PolicyContent content) ->
                                publish(publish, content, circumstances);
                        case Stage.Published _, Stage.Superseded _ -> throw isPublished(name);
                    };
            case SupersedePolicyEdition supersede ->
                    switch (stage(name)) {
                        case Stage.NotThere _ -> throw isNotThere(name);
                        case Stage.Drafted _ -> throw isADraft(name);
                        case Stage.Published(PolicyEdition edition) ->
                                supersede(supersede, edition, now);
                        case Stage.Superseded(PolicyEdition edition, _) ->
                                throw isSuperseded(edition);
                    };
        };
    }

    private List<PolicyEvent> publish(
            PublishPolicyEdition command, PolicyContent content, Circumstances circumstances)
            throws Refusal {
        var edition = new PolicyEdition(command.edition(), command.validity(), content);
        PolicyRules.whatHasBeenRegisteredKeepsItsEdition(
                edition.inForceFrom(), circumstances.now(), Reason.POLICY_EDITION_BACK_DATED);
        List<PolicyEdition> others = published;
        List<PolicyEvent> ends = List.of();
        if (command.supersedes() != null) {
            PolicyEdition superseded =
                    switch (stage(command.supersedes())) {
                        case Stage.NotThere _ -> throw isNotThere(command.supersedes());
                        case Stage.Drafted _ -> throw isADraft(command.supersedes());
                        case Stage.Published(PolicyEdition running) -> running;
                        case Stage.Superseded(PolicyEdition ended, _) -> throw isSuperseded(ended);
                    };
            Instant until = command.validity().from();
            PolicyRules.endsWithinItsValidity(superseded, until);
            others =
                    others.stream()
                            .map(other -> other == superseded ? ending(other, until) : other)
                            .toList();
            PolicyRules.nobodyIsLeftWithoutAnEdition(
                    ending(superseded, until), with(others, edition));
            ends =
                    List.of(
                            new PolicySuperseded(
                                    superseded.name(),
                                    circumstances.now(),
                                    until,
                                    "由政策版本 %s 取代 superseded by edition %s"
                                            .formatted(edition.name(), edition.name())));
        }
        List<Finding> findings = new ArrayList<>(Completeness.of(content, circumstances));
        findings.addAll(PolicyRules.oneOfEachScopeAtATime(edition, others));
        if (!findings.isEmpty()) {
            throw new Refusal(Reason.POLICY_EDITION_INCOMPLETE, findings);
        }
        PolicyRules.nobodyIsLeftWithoutAnEdition(edition, others);
        var events = new ArrayList<PolicyEvent>();
        events.add(
                new PolicyPublished(
                        command.edition(),
                        circumstances.now(),
                        command.validity(),
                        command.supersedes()));
        events.addAll(ends);
        return List.copyOf(events);
    }

    private List<PolicyEvent> supersede(
            SupersedePolicyEdition command, PolicyEdition edition, Instant now) throws Refusal {
        String reason = command.reason();
        if (reason == null || reason.isBlank()) {
            throw new Refusal(
                    Reason.SUPERSESSION_REASON_MISSING, "say why the edition is superseded");
        }
        PolicyRules.endsWithinItsValidity(edition, command.until());
        PolicyRules.whatHasBeenRegisteredKeepsItsEdition(
                command.until(), now, Reason.SUPERSESSION_BACK_DATED);
        PolicyRules.nobodyIsLeftWithoutAnEdition(ending(edition, command.until()), published);
        return List.of(new PolicySuperseded(edition.name(), now, command.until(), reason.strip()));
    }

    /** Never refuses: what happened, happened. */
    public Policies evolve(PolicyEvent event) {
        Stage before = stage(event.edition());
        var after = new LinkedHashMap<>(stages);
        switch (event) {
            case PolicyDrafted drafted ->
                    after.put(drafted.edition(), new Stage.Drafted(drafted.content()));
            case DraftDiscarded discarded -> after.remove(discarded.edition());
            case PolicyPublished published -> {
                if (before instanceof Stage.Drafted(PolicyContent content)) {
                    after.put(
                            published.edition(),
                            new Stage.Published(
                                    new PolicyEdition(
                                            published.edition(), published.validity(), content)));
                }
            }
            case PolicySuperseded superseded ->
                    edition(before)
                            .ifPresent(
                                    edition ->
                                            after.put(
                                                    superseded.edition(),
                                                    new Stage.Superseded(
                                                            ending(edition, superseded.until()),
                                                            superseded.reason())));
        }
        return new Policies(after);
    }

    private Stage stage(String name) {
        return stages.getOrDefault(name, new Stage.NotThere());
    }

    private static Optional<PolicyEdition> edition(Stage stage) {
        return switch (stage) {
            case Stage.NotThere _, Stage.Drafted _ -> Optional.empty();
            case Stage.Published(PolicyEdition edition) -> Optional.of(edition);
            case Stage.Superseded(PolicyEdition edition, _) -> Optional.of(edition);
        };
    }

    private static PolicyEdition ending(PolicyEdition edition, Instant until) {
        return new PolicyEdition(
                edition.name(), edition.validity().endingAt(until), edition.content());
    }

    private static List<PolicyEdition> with(List<PolicyEdition> others, PolicyEdition edition) {
        var all = new ArrayList<>(others);
        all.add(edition);
        return all;
    }

    private Refusal isNotThere(String name) {
        return new Refusal(
                Reason.POLICY_EDITION_UNKNOWN,
                "there is no policy edition «%s», only %s"
                        .formatted(name, List.copyOf(stages.keySet())));
    }

    private static Refusal isADraft(String name) {
        return new Refusal(
                Reason.POLICY_EDITION_NOT_PUBLISHED,
                "the policy edition «%s» is a draft".formatted(name));
    }

    private static Refusal isPublished(String name) {
        return new Refusal(
                Reason.POLICY_EDITION_PUBLISHED,
                "the policy edition «%s» has been published: draft another one".formatted(name));
    }

    private static Refusal isSuperseded(PolicyEdition edition) {
        return new Refusal(
                Reason.POLICY_EDITION_SUPERSEDED,
                "the policy edition «%s» has been superseded from %s on"
                        .formatted(edition.name(), edition.validity().until()));
    }
}
