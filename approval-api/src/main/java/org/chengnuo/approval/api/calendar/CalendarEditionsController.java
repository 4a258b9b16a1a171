package org.chengnuo.approval.api.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.calendar.DayRule;
import org.chengnuo.approval.calendar.Notice;
import org.chengnuo.approval.calendar.OfficeHours;
import org.chengnuo.approval.calendar.WorkingCalendar;
import org.chengnuo.approval.calendar.editions.CalendarCommand.FoundCalendar;
import org.chengnuo.approval.calendar.editions.CalendarCommand.PublishNotice;
import org.chengnuo.approval.calendar.editions.CalendarEditions;
import org.chengnuo.approval.calendar.editions.CalendarEvent;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The notices of the calendars: who publishes them, and who wants them as a file. */
@RestController
@RequestMapping("/api/v1/calendars")
@Tag(name = "Calendars 工作日历")
class CalendarEditionsController {

    private static final String ICALENDAR = "text/calendar";
    private static final String CSV = "text/csv";

    private final Editions editions;
    private final Window window;
    private final Clock clock;

    CalendarEditionsController(Editions editions, Window window, Clock clock) {
        this.editions = editions;
        this.window = window;
        this.clock = clock;
    }

    /**
     * @param nextNoticeFrom from this day of a year on, the notice of the next year decides too
     * @param notices those that are known already, each from its own moment
     */
    record Founding(
            @Schema(example = "linfen") @NotNull String name,
            @Schema(type = "string", example = "Asia/Shanghai") @NotNull ZoneId zone,
            @NotNull List<OfficeHours> officeHours,
            @Schema(type = "string", example = "--12-29") @Nullable MonthDay nextNoticeFrom,
            @Nullable List<Notice> notices) {}

    /**
     * @param source the document's number, or its address
     * @param knownFrom at least a minute ahead; the second full minute from now, if absent
     */
    @Schema(name = "NoticePublication")
    record Publication(
            @Schema(example = "2027") @NotNull Integer year,
            @Schema(example = "国办发明电〔2026〕9号") @Nullable String source,
            @Schema(type = "string", format = "date-time", example = "2026-12-01T00:00:00+08:00")
                    @Nullable Instant knownFrom,
            @Schema(
                            example =
                                    """
                                    [{"date": "2027-01-01", "rule": "OFF", "holiday": "元旦"}]
                                    """)
                    @NotNull
                    List<Notice.Day> days) {}

    /**
     * @param provisional the notice for some day of the year is not known yet
     * @param days what the notices say of the year's days; the others follow the week
     */
    record YearView(
            String calendar,
            int year,
            Instant knownAt,
            boolean provisional,
            int workingDays,
            List<DayView> days) {}

    record DayView(LocalDate date, Notice.Rule rule, String holiday, int noticeYear) {

        static Stream<DayView> of(WorkingCalendar calendar, LocalDate date) {
            return switch (calendar.ruleOf(date)) {
                case DayRule.DayOff(String holiday, int year) ->
                        Stream.of(new DayView(date, Notice.Rule.OFF, holiday, year));
                case DayRule.MakeUpWork(String holiday, int year) ->
                        Stream.of(new DayView(date, Notice.Rule.WORK, holiday, year));
                case DayRule.Weekday _, DayRule.Weekend _ -> Stream.empty();
            };
        }
    }

    @Operation(summary = "The notices of a calendar, in the order in which they become known")
    @GetMapping("/{name}/notices")
    ResponseEntity<List<Notice>> notices(@PathVariable String name) {
        List<Notice> notices = founded(name).notices();
        Long version = editions.version(CalendarEvent.stream(name));
        var answer = ResponseEntity.ok();
        return (version == null ? answer : answer.eTag("\"" + version + "\"")).body(notices);
    }

    @Operation(summary = "Which days of a year are off, and which work, by the notices")
    @GetMapping(path = "/{name}/days", produces = MediaType.APPLICATION_JSON_VALUE)
    YearView days(
            @PathVariable String name,
            @Parameter(example = "2026") @RequestParam(required = false) @Nullable Integer year,
            @Parameter(description = "the calendar as known then; as known now, if absent")
                    @RequestParam(required = false)
                    @Nullable Instant knownAt) {
        CalendarEditions found = founded(name);
        Instant known = knownAt == null ? clock.instant() : knownAt;
        WorkingCalendar calendar = found.calendar().orElseThrow().knownAt(known);
        int asked = year == null ? calendar.dateAt(clock.instant()).getYear() : year;
        if (asked < 1900 || asked > 2200) {
            throw new IllegalArgumentException("year: 1900 to 2200, not " + asked);
        }
        LocalDate first = LocalDate.of(asked, 1, 1);
        LocalDate next = first.plusYears(1);
        return new YearView(
                name,
                asked,
                known,
                first.datesUntil(next).anyMatch(day -> calendar.ruleOf(day).provisional()),
                calendar.workingDaysBetween(first.minusDays(1), next.minusDays(1)),
                first.datesUntil(next).flatMap(day -> DayView.of(calendar, day)).toList());
    }

    @Operation(summary = "The notices as CSV, with the moment from which each is known")
    @GetMapping(path = "/{name}/days", produces = CSV)
    ResponseEntity<String> csv(
            @PathVariable String name, @RequestParam(required = false) @Nullable Integer year) {
        CalendarEditions found = founded(name);
        ZoneId zone = found.calendar().orElseThrow().zone();
        return file(name, "csv", NoticeCsv.write(NoticedLine.of(found.notices(), year), zone));
    }

    @Operation(summary = "The notices as iCalendar (RFC 5545)")
    @GetMapping(path = "/{name}/days", produces = ICALENDAR)
    ResponseEntity<String> ics(
            @PathVariable String name, @RequestParam(required = false) @Nullable Integer year) {
        return file(
                name, "ics", NoticeIcs.write(name, NoticedLine.of(founded(name).notices(), year)));
    }

    @Operation(summary = "The same as CSV, for who cannot say what they accept")
    @GetMapping(path = "/{name}/days.csv", produces = CSV)
    ResponseEntity<String> csvFile(
            @PathVariable String name, @RequestParam(required = false) @Nullable Integer year) {
        return csv(name, year);
    }

    @Operation(summary = "The same as iCalendar, for who cannot say what they accept")
    @GetMapping(path = "/{name}/days.ics", produces = ICALENDAR)
    ResponseEntity<String> icsFile(
            @PathVariable String name, @RequestParam(required = false) @Nullable Integer year) {
        return ics(name, year);
    }

    private static ResponseEntity<String> file(String name, String kind, String text) {
        return ResponseEntity.ok()
                .header("Content-Type", (kind.equals("csv") ? CSV : ICALENDAR) + ";charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.%s\"".formatted(name, kind))
                .body(text);
    }

    @Operation(summary = "Found a calendar, with the notices that are known already")
    @PostMapping
    ResponseEntity<String> found(@RequestBody @Valid Founding body, HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new FoundCalendar(
                        body.name(),
                        body.zone(),
                        body.officeHours(),
                        body.nextNoticeFrom(),
                        body.notices() == null ? List.of() : body.notices()));
    }

    @Operation(
            summary = "Found a calendar, with the notices of a file",
            description =
                    "As they are exported: each year and moment from which days are known is a"
                            + " notice. The columns and events are those of a notice that comes as"
                            + " a file.")
    @PostMapping(consumes = {CSV, ICALENDAR})
    ResponseEntity<String> foundFromFile(
            @RequestBody String file,
            @Parameter(example = "linfen") @RequestParam String name,
            @Parameter(example = "Asia/Shanghai") @RequestParam ZoneId zone,
            @Parameter(example = "09:00-12:00") @RequestParam List<String> officeHours,
            @Parameter(
                            description =
                                    "from this day of a year on, the notice of the next year"
                                            + " decides too",
                            example = "--12-29")
                    @RequestParam(required = false)
                    @Nullable MonthDay nextNoticeFrom,
            @Parameter(description = "the document's number, if the file does not say")
                    @RequestParam(required = false)
                    @Nullable String source,
            @Parameter(description = "from when they are known, if the file does not say")
                    @RequestParam(required = false)
                    @Nullable Instant knownFrom,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        var founding =
                new FoundCalendar(
                        name,
                        zone,
                        officeHours.stream().map(OfficeHours::parse).toList(),
                        nextNoticeFrom,
                        NoticedLine.notices(lines(file, request), knownFrom, source));
        return window.carryOut(request, founding, founding);
    }

    @Operation(
            summary = "Publish a notice: days off and make-up working days 放假调休通知",
            description =
                    "It works from a moment ahead: what has been counted is not counted anew.")
    @PostMapping(path = "/{name}/notices", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> publish(
            @PathVariable String name,
            @RequestBody @Valid Publication body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new PublishNotice(name, body.year(), body.source(), body.knownFrom(), body.days()));
    }

    @Operation(
            summary = "Publish a notice that comes as a file",
            description =
                    "CSV with the columns date, rule (off or work), holiday and, if wanted,"
                        + " notice_year, known_from and source; or iCalendar with all-day events"
                        + " whose summary begins or ends with 休 or 班.")
    @PostMapping(
            path = "/{name}/notices",
            consumes = {CSV, ICALENDAR})
    ResponseEntity<String> publishFile(
            @PathVariable String name,
            @RequestBody String file,
            @Parameter(
                            description =
                                    "the year of the notice, if the file does not say, or has"
                                            + " several")
                    @RequestParam(required = false)
                    @Nullable Integer year,
            @Parameter(description = "the document's number, or its address")
                    @RequestParam(required = false)
                    @Nullable String source,
            @RequestParam(required = false) @Nullable Instant knownFrom,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        List<NoticedLine> lines = lines(file, request);
        int noticeYear =
                year == null ? only("year", different(lines, NoticedLine::noticeYear)) : year;
        List<NoticedLine> ofTheYear =
                lines.stream().filter(line -> line.noticeYear() == noticeYear).toList();
        List<Instant> moments = different(ofTheYear, NoticedLine::knownFrom);
        Instant known =
                knownFrom != null || moments.isEmpty() ? knownFrom : only("knownFrom", moments);
        if (moments.size() > 1) {
            // Several notices of a year become one: what they come to in the end.
            ofTheYear = NoticedLine.lastKnown(ofTheYear);
        }
        List<String> sources = different(ofTheYear, NoticedLine::source);
        String document = source != null || sources.isEmpty() ? source : only("source", sources);
        return window.carryOut(
                request,
                List.of(file, String.valueOf(year), String.valueOf(source), String.valueOf(known)),
                new PublishNotice(
                        name,
                        noticeYear,
                        document,
                        known,
                        ofTheYear.stream().map(NoticedLine::day).toList()));
    }

    private static List<NoticedLine> lines(String file, HttpServletRequest request) {
        return MediaType.parseMediaType(request.getContentType()).getSubtype().equals("csv")
                ? NoticeCsv.read(file)
                : NoticeIcs.read(file);
    }

    private static <T> List<T> different(
            List<NoticedLine> lines, Function<NoticedLine, @Nullable T> what) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(what.apply(line)))
                .distinct()
                .toList();
    }

    private static <T> T only(String parameter, List<T> found) {
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "%s: a notice has one, and the file has %s: say which"
                            .formatted(parameter, found));
        }
        return found.getFirst();
    }

    private CalendarEditions founded(String name) {
        CalendarEditions found = editions.calendarEditions(name);
        if (found.calendar().isEmpty()) {
            throw new NotFound("calendar «%s»; there are %s".formatted(name, editions.calendars()));
        }
        return found;
    }
}
