package org.chengnuo.approval.api.pages;

import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.clock.Reading;
import org.chengnuo.approval.clock.ReviewClock;
import org.chengnuo.approval.clock.ReviewCourse;
import org.chengnuo.approval.filing.AcceptanceTerms;
import org.chengnuo.approval.filing.FilingHistory;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.project.ProjectEvent.ProjectImported;
import org.chengnuo.approval.project.ProjectEvent.ProjectRegistered;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A filing: what it is, what happened, and its clock with the reason of each day. */
@Controller
class FilingPage {

    private final Journal journal;
    private final MessageSource messages;
    private final Editions editions;
    private final Clock clock;

    FilingPage(Journal journal, MessageSource messages, Editions editions, Clock clock) {
        this.journal = journal;
        this.messages = messages;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * What passed before the acceptance, on no clock.
     *
     * @param days working days after that of the receipt, through that of the acceptance
     * @param hours of office time: hours only, for a day of it does not have 24
     */
    record Hidden(String received, String accepted, String days, String hours) {}

    @GetMapping("/filings/{id}")
    String filing(@PathVariable FilingId id, Locale locale, Model model) {
        List<Journal.Entry> story = journal.story(id.project());
        FilingHistory history =
                Journal.history(id, story).orElseThrow(() -> new NotFound("filing " + id));
        var words = new Wording(messages, locale, editions.policies());
        WorkingCalendar every = editions.calendar(history.calendar());
        model.addAttribute("id", id.toString());
        model.addAttribute("item", words.item(history.item().toString()));
        model.addAttribute("project", projectName(story));
        model.addAttribute("projectHref", "/projects/" + id.project());
        model.addAttribute("state", words.state(history.state()));
        model.addAttribute("imported", history.isImported());
        model.addAttribute("facts", facts(words, history, story));
        model.addAttribute(
                "timeline",
                new Timeline(words, every.zone(), history.terms(), editions.policies())
                        .steps(Journal.of(id, story), history.isImported()));
        model.addAttribute("zone", every.zone().getId());
        ReviewCourse course = history.course().orElse(null);
        if (course != null) {
            clock(model, words, history, course, every);
        }
        return "filing";
    }

    private void clock(
            Model model,
            Wording words,
            FilingHistory history,
            ReviewCourse course,
            WorkingCalendar every) {
        Instant now = clock.instant();
        // A closed filing keeps the calendar that it was closed under.
        Instant ended = course.ended();
        WorkingCalendar calendar =
                every.knownAt(ended != null && ended.isBefore(now) ? ended : now);
        // The server's clock can be behind the one that dated the acceptance.
        Instant asOf = now.isBefore(course.accepted()) ? course.accepted() : now;
        Reading reading = ReviewClock.read(course, calendar, asOf);
        LocalDate received =
                history.received() == null ? null : calendar.dateAt(history.received());
        var sheets = new ClockSheets(words, course, calendar, asOf, received);
        ClockSheets.Sheet claimed = sheets.sheet(reading.claimed());
        ClockSheets.Sheet attested =
                reading.attested() == null ? null : sheets.sheet(reading.attested());
        model.addAttribute("at", Wording.minute(reading.at(), calendar.zone()));
        model.addAttribute("running", ended == null);
        model.addAttribute("calendar", calendar.name());
        model.addAttribute("claimed", claimed);
        model.addAttribute("attested", attested);
        model.addAttribute("verdict", sheets.verdict(reading));
        model.addAttribute("legend", sheets.legend());
        Instant receivedAt = history.received();
        if (receivedAt != null && !receivedAt.isAfter(course.accepted())) {
            model.addAttribute(
                    "hidden",
                    new Hidden(
                            Wording.minute(receivedAt, calendar.zone()),
                            Wording.minute(course.accepted(), calendar.zone()),
                            words.number(
                                    calendar.workingDaysBetween(
                                            calendar.dateAt(receivedAt),
                                            calendar.dateAt(course.accepted()))),
                            words.hours(calendar.workingTime(receivedAt, course.accepted()))));
        }
    }

    private static String projectName(List<Journal.Entry> story) {
        return switch (story.getFirst().event()) {
            case ProjectRegistered e -> e.name();
            case ProjectImported e -> e.caseId();
            default -> String.valueOf(story.getFirst().event().project());
        };
    }

    private static List<Chart.Term> facts(
            Wording words, FilingHistory history, List<Journal.Entry> story) {
        var facts = new ArrayList<Chart.Term>();
        if (story.getFirst().event() instanceof ProjectRegistered e) {
            add(facts, words.say("project.enterprise"), e.enterprise().value());
            add(facts, words.say("group.ZONE"), e.zone().value());
        } else if (story.getFirst().event() instanceof ProjectImported e) {
            add(facts, words.say("group.ZONE"), e.zone().value());
            add(facts, words.say("group.IMPORT"), e.importId());
        }
        add(facts, words.say("table.case"), history.caseId());
        add(facts, words.say("group.CENTER"), history.center().value());
        add(facts, words.say("filing.class"), words.say("class." + history.itemClass().name()));
        AcceptanceTerms terms = history.terms();
        if (terms != null) {
            add(facts, words.say("filing.kind"), words.say("kind." + terms.kind().name()));
            add(facts, words.say("filing.promised"), words.limit(terms.promised()));
            add(
                    facts,
                    words.say("filing.statutory"),
                    terms.statutory() == null
                            ? words.say("filing.no-limit")
                            : words.limit(terms.statutory()));
            add(
                    facts,
                    words.say("filing.extension"),
                    history.extension() == null ? null : words.limit(history.extension().by()));
            add(facts, words.say("filing.edition"), terms.edition());
            add(facts, words.say("filing.standard"), terms.standard());
        }
        add(facts, words.say("filing.calendar"), history.calendar());
        return facts;
    }

    private static void add(List<Chart.Term> facts, String word, @Nullable String value) {
        if (value != null) {
            facts.add(new Chart.Term(word, value));
        }
    }
}
