package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.clock.Basis;
import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.policy.ItemClass;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.projections.reviewtimes.Clock;
import org.chengnuo.approval.projections.reviewtimes.Cohort;
import org.chengnuo.approval.projections.reviewtimes.Dimension;
import org.chengnuo.approval.projections.reviewtimes.FactFilter;
import org.chengnuo.approval.projections.reviewtimes.Measure;
import org.chengnuo.approval.projections.reviewtimes.Question;
import org.chengnuo.approval.projections.reviewtimes.Turnaround;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The form in which the pages of the analyst ask, with what there is to choose. */
@Component
class QuestionForm {

    private final Turnarounds turnarounds;

    QuestionForm(Turnarounds turnarounds) {
        this.turnarounds = turnarounds;
    }

    /** Something to choose. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * @param type of the input; {@code select} if there is something to choose
     * @param choices with the empty one, if nothing need be chosen
     */
    record Field(
            String name, String label, String type, @Nullable String value, List<Choice> choices) {}

    /**
     * @param main what is always seen
     * @param more what is seen if somebody asks for it, or has asked by it
     */
    record Fields(List<Field> main, List<Field> more) {

        /** With fields of the page's own before them. */
        Fields after(List<Field> own) {
            return new Fields(Stream.concat(own.stream(), main.stream()).toList(), more);
        }

        /** Only those whose name fits. */
        Fields only(Predicate<String> name) {
            return new Fields(
                    main.stream().filter(field -> name.test(field.name())).toList(),
                    more.stream().filter(field -> name.test(field.name())).toList());
        }

        public boolean asksForMore() {
            return more.stream()
                    .anyMatch(
                            field ->
                                    field.value() != null
                                            || field.choices().stream()
                                                    .anyMatch(
                                                            c ->
                                                                    c.chosen()
                                                                            && !c.value()
                                                                                    .isEmpty()));
        }
    }

    /** How long something takes, of which filings. */
    Fields ofTimes(QuestionParameters asked, Wording words) {
        var main = new ArrayList<Field>();
        main.add(
                select(
                        "measure",
                        words.say("filter.measure"),
                        Measure.values(),
                        m -> words.say(m.title()),
                        asked.measure()));
        main.add(
                select(
                        "clock",
                        words.say("filter.clock"),
                        Clock.values(),
                        c -> words.say("clock." + spelled(c)),
                        asked.clock()));
        if ("review".equals(asked.measure())) {
            main.add(
                    select(
                            "basis",
                            words.say("filter.basis"),
                            Basis.values(),
                            b -> words.say("basis." + b.name()),
                            asked.basis()));
        }
        main.addAll(ofFilings(asked, words));
        return new Fields(main, more(asked, words));
    }

    /** Which filings, for what is no duration. */
    Fields ofCases(QuestionParameters asked, Wording words) {
        return new Fields(ofFilings(asked, words), more(asked, words));
    }

    private List<Field> ofFilings(QuestionParameters asked, Wording words) {
        var fields = new ArrayList<Field>();
        fields.add(
                optional(
                        "zone",
                        words.say("filter.zone"),
                        keys(Dimension.ZONE, asked.zone(), words),
                        words));
        fields.add(
                optional(
                        "item",
                        words.say("filter.item"),
                        keys(Dimension.ITEM, asked.item(), words),
                        words));
        List<Choice> imports = keys(Dimension.IMPORT, asked.importId(), words);
        if (!imports.isEmpty()) {
            var choices = new ArrayList<Choice>();
            choices.add(
                    new Choice(
                            FactFilter.RECORDED_HERE,
                            words.say("filter.recorded"),
                            FactFilter.RECORDED_HERE.equals(asked.importId())));
            choices.addAll(imports);
            choices.add(
                    new Choice(
                            QuestionParameters.EVERYTHING,
                            words.say("filter.all"),
                            QuestionParameters.EVERYTHING.equals(asked.importId())));
            fields.add(new Field("import", words.say("filter.import"), "select", null, choices));
        }
        fields.add(input("from", words.say("filter.from"), "date", asked.from()));
        fields.add(input("to", words.say("filter.to"), "date", asked.to()));
        return fields;
    }

    private List<Field> more(QuestionParameters asked, Wording words) {
        return List.of(
                optional(
                        "cohort",
                        words.say("filter.cohort"),
                        choices(
                                Arrays.asList(Cohort.values()).subList(1, Cohort.values().length),
                                QuestionForm::spelled,
                                c -> words.say(c.meaning()),
                                asked.cohort()),
                        words.say(Cohort.ENDED.meaning())),
                input("asOf", words.say("filter.as-of"), "text", asked.asOf()),
                of(Dimension.REGION, asked.region(), words),
                of(Dimension.CENTER, asked.center(), words),
                of(Dimension.DEPARTMENT, asked.department(), words),
                optional(
                        "item-class",
                        words.say("group.ITEM_CLASS"),
                        choices(
                                List.of(ItemClass.values()),
                                ItemClass::name,
                                c -> words.say("class." + c.name()),
                                asked.itemClass()),
                        words),
                optional(
                        "project-type",
                        words.say("group.PROJECT_TYPE"),
                        choices(
                                List.of(ProjectType.values()),
                                ProjectType::name,
                                t -> words.say("project-type." + t.name()),
                                asked.projectType()),
                        words),
                of(Dimension.INDUSTRY, asked.industry(), words),
                of(Dimension.ENTERPRISE, asked.enterprise(), words),
                of(Dimension.CHANNEL, asked.channel(), words),
                of(Dimension.EDITION, asked.edition(), words),
                optional(
                        "agent",
                        words.say("group.AGENT"),
                        choices(
                                List.of(true, false),
                                Object::toString,
                                b -> words.say("agent." + b),
                                asked.agent()),
                        words),
                optional(
                        "state",
                        words.say("table.state"),
                        choices(
                                Arrays.asList(FilingState.values())
                                        .subList(1, FilingState.values().length),
                                FilingState::name,
                                words::state,
                                asked.state()),
                        words));
    }

    private static Field of(Dimension dimension, @Nullable String value, Wording words) {
        return input(dimension.word(), words.say("group." + dimension.name()), "text", value);
    }

    static Field input(String name, String label, String type, @Nullable Object value) {
        return new Field(name, label, type, value == null ? null : value.toString(), List.of());
    }

    private static Field optional(String name, String label, List<Choice> choices, Wording words) {
        return optional(name, label, choices, words.say("filter.all"));
    }

    static Field optional(String name, String label, List<Choice> choices, String whenEmpty) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", whenEmpty, choices.stream().noneMatch(Choice::chosen)));
        all.addAll(choices);
        return new Field(name, label, "select", null, all);
    }

    private static <E extends Enum<E>> Field select(
            String name,
            String label,
            E[] values,
            Function<E, String> words,
            @Nullable String chosen) {
        return new Field(
                name,
                label,
                "select",
                null,
                choices(List.of(values), QuestionForm::spelled, words, chosen));
    }

    /** A property by which is grouped, or none. */
    static Field grouping(
            String label, List<Dimension> groups, @Nullable Dimension chosen, Wording words) {
        return optional(
                "groupBy",
                label,
                choices(
                        groups,
                        Dimension::word,
                        d -> words.say("group." + d.name()),
                        chosen == null ? null : chosen.word()),
                words.say("group.none"));
    }

    static <T> List<Choice> choices(
            List<T> values,
            Function<T, String> spelling,
            Function<T, String> words,
            @Nullable String chosen) {
        return values.stream()
                .map(
                        value ->
                                new Choice(
                                        spelling.apply(value),
                                        words.apply(value),
                                        spelling.apply(value).equals(chosen)))
                .toList();
    }

    /** What there is to choose, whatever is chosen now. */
    List<Choice> keys(Dimension groups, @Nullable String chosen, Wording words) {
        return choices(
                turnarounds
                        .answer(Question.of(Measure.SPAN, Clock.CALENDAR).by(groups))
                        .groups()
                        .stream()
                        .map(Turnaround.Group::key)
                        .filter(Objects::nonNull)
                        .toList(),
                Function.identity(),
                key -> groups == Dimension.ITEM ? words.item(key) : key,
                chosen);
    }

    /**
     * What was recorded here and what was imported are different populations, with other calendars
     * and nothing attested: unless somebody asks for it, they are not thrown together.
     */
    QuestionParameters ofOneKind(QuestionParameters asked) {
        if (asked.importId() != null) {
            return asked;
        }
        List<Turnaround.Group> imports =
                turnarounds
                        .answer(Question.of(Measure.SPAN, Clock.CALENDAR).by(Dimension.IMPORT))
                        .groups();
        boolean recordedHere =
                imports.stream().anyMatch(group -> group.key() == null && group.n() > 0);
        return recordedHere ? asked.ofImport(FactFilter.RECORDED_HERE) : asked;
    }

    static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
