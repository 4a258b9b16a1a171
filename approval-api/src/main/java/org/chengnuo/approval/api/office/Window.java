package org.chengnuo.approval.api.office;

import jakarta.servlet.http.HttpServletRequest;

import org.chengnuo.approval.JournalCommand;
import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.access.OfficeUser;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.journal.Recorded;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.problem.Problem;
import org.chengnuo.approval.calendar.editions.CalendarEvent.CalendarFounded;
import org.chengnuo.approval.filing.FilingEvent;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.journal.EventCatalogue;
import org.chengnuo.approval.policy.PolicyEvent.PolicyDrafted;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.ProjectCommand;
import org.chengnuo.approval.project.ProjectEvent;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.RegisterProject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The window 窗口: takes a request in, hands its command to the desk, and gives the answer out. */
@Component
public class Window {

    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    private final Desk desk;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    Window(Desk desk, Journal journal, JsonMapper json, Clock clock) {
        this.desk = desk;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** When an act happened: what the request says, or now, to the millisecond. */
    public Instant at(@Nullable Instant occurredAt) {
        return occurredAt == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : occurredAt;
    }

    /** The service center that the request names, or that of who is logged in. */
    public CenterCode center(@Nullable CenterCode named) {
        if (named != null) {
            return named;
        }
        String own = user().map(OfficeUser::center).orElse(null);
        if (own == null) {
            throw new IllegalArgumentException(
                    "center: name the service center, for the user belongs to none");
        }
        return new CenterCode(own);
    }

    /**
     * What has been recorded.
     *
     * @param project null for what is of no project
     * @param version of the project or another story of the journal, for {@code If-Match}
     */
    public record Receipt(
            @Nullable ProjectId project,
            @Nullable FilingId filing,
            long version,
            List<Line> recorded) {

        /** One event, under its stored name. */
        public record Line(String event, Instant occurredAt) {}
    }

    /**
     * Carries out the command of a request.
     *
     * @param body of the request, by which the same key tells the same request from another
     */
    public ResponseEntity<String> carryOut(
            HttpServletRequest http, Object body, JournalCommand command)
            throws StaleVersion, KeyReused {
        Request request =
                new Request(
                        http.getMethod() + " " + http.getRequestURI(),
                        key(http),
                        expectedVersion(http),
                        envelope());
        Answer answer =
                desk.carryOut(
                        request,
                        json.writeValueAsString(body),
                        command,
                        new Desk.Answers() {
                            @Override
                            public Optional<Answer> denial() {
                                return command instanceof ProjectCommand project
                                        ? user().map(OfficeUser::enterprise)
                                                .flatMap(own -> notTheirs(own, project))
                                                .map(Window.this::problem)
                                        : Optional.empty();
                            }

                            @Override
                            public Answer recorded(Recorded recorded) {
                                return receipt(recorded);
                            }

                            @Override
                            public Answer refused(Refusal refusal) {
                                return problem(Problem.of(refusal));
                            }
                        });
        var response =
                ResponseEntity.status(answer.status())
                        .contentType(
                                answer.status() < 400
                                        ? MediaType.APPLICATION_JSON
                                        : MediaType.APPLICATION_PROBLEM_JSON);
        if (answer.version() != null) {
            response.eTag("\"" + answer.version() + "\"");
        }
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.body(answer.body());
    }

    /**
     * An enterprise acts for itself, and its acts on filings happen when they are entered: a
     * receipt that the applicant could date back would make the law accept its own filing.
     */
    private Optional<Problem> notTheirs(String own, ProjectCommand command) {
        String of =
                command instanceof RegisterProject register
                        ? register.enterprise().value()
                        : journal.enterprise(command.project()).map(CreditCode::value).orElse(own);
        if (!of.equals(own)) {
            return Optional.of(
                    Problem.of(
                            403,
                            "not-your-enterprise",
                            "The project is another enterprise's",
                            "该项目属于其他企业",
                            "you act for " + own));
        }
        if (!(command instanceof RegisterProject)
                && command.occurredAt().isBefore(clock.instant().minus(AT_ONCE))) {
            return Optional.of(
                    Problem.of(
                            403,
                            "not-yours-to-date-back",
                            "An applicant's act happens when it is entered",
                            "申请人的行为以录入时间为准",
                            "leave occurredAt out"));
        }
        return Optional.empty();
    }

    private Answer receipt(Recorded recorded) {
        JournalEvent last = recorded.events().getLast();
        String location =
                switch (last) {
                    case ProjectEvent.ProjectRegistered e -> "/api/v1/projects/" + e.project();
                    case FilingEvent.FilingReceived e -> "/api/v1/filings/" + e.filing();
                    case FilingEvent.SpecialProcedureOpened e ->
                            "/api/v1/filings/%s/special-procedures/%d"
                                    .formatted(e.filing(), e.procedure());
                    case CalendarFounded e -> "/api/v1/calendars/" + e.calendar();
                    case PolicyDrafted e -> "/api/v1/policies/drafts/" + encoded(e.edition());
                    default -> null;
                };
        var receipt =
                new Receipt(
                        last instanceof ProjectEvent e ? e.project() : null,
                        last instanceof FilingEvent e ? e.filing() : null,
                        recorded.version(),
                        recorded.events().stream()
                                .map(
                                        e ->
                                                new Receipt.Line(
                                                        EventCatalogue.nameOf(e.getClass()).name(),
                                                        e.occurredAt()))
                                .toList());
        return new Answer(
                location == null ? 200 : 201,
                location,
                recorded.version(),
                json.writeValueAsString(receipt));
    }

    private static String encoded(String segment) {
        return UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8);
    }

    private Answer problem(Problem problem) {
        return new Answer(problem.status(), null, null, json.writeValueAsString(problem));
    }

    private static Envelope envelope() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("a command needs a user");
        }
        return new Envelope(
                authentication.getName(),
                user().map(OfficeUser::enterprise).orElse(null),
                "api",
                null,
                UUID.randomUUID().toString());
    }

    private static Optional<OfficeUser> user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OfficeUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    private static @Nullable String key(HttpServletRequest http) {
        String key = http.getHeader("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw new IllegalArgumentException("Idempotency-Key has 1 to 200 characters");
        }
        return key;
    }

    private static @Nullable Long expectedVersion(HttpServletRequest http) {
        String match = http.getHeader(HttpHeaders.IF_MATCH);
        if (match == null || match.equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(match.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "If-Match has the version in quotes, as in \"3\", not " + match, e);
        }
    }
}
