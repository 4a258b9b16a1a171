package org.chengnuo.approval.api.office;

import jakarta.servlet.http.HttpServletRequest;

import org.chengnuo.approval.JournalCommand;
import org.chengnuo.approval.JournalEvent;
import org.chengnuo.approval.Refusal;
import org.chengnuo.approval.api.journal.Envelope;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.journal.Recorded;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.assessment.AssessmentEvent.SchemePublished;
import org.chengnuo.approval.calendar.editions.CalendarEvent.CalendarFounded;
import org.chengnuo.approval.commitment.CommitmentCommand.RaiseObjection;
import org.chengnuo.approval.commitment.CommitmentEvent;
import org.chengnuo.approval.commitment.CommitmentId;
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
import org.chengnuo.approval.projections.access.OfficeUser;
import org.chengnuo.approval.projections.operation.Correlation;
import org.chengnuo.approval.projections.problem.Problem;
import org.chengnuo.approval.projections.problem.Refused;
import org.chengnuo.approval.supervision.SupervisionEvent;
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
import java.util.Objects;
import java.util.Optional;

/** The window 窗口: takes a request in, hands its command to the desk, and gives the answer out. */
@Component
public class Window {

    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    /** The header in which an agent names for whom it acts. */
    private static final String ACTING_FOR = "Acting-For";

    private final Desk desk;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;
    private final Refused refused;

    Window(Desk desk, Journal journal, JsonMapper json, Clock clock, Refused refused) {
        this.desk = desk;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
        this.refused = refused;
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
            @Nullable CommitmentId commitment,
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
        Envelope envelope = envelope(http);
        Request request =
                new Request(
                        http.getMethod() + " " + http.getRequestURI(),
                        key(http),
                        expectedVersion(http),
                        envelope);
        Answer answer =
                desk.carryOut(
                        request,
                        json.writeValueAsString(body),
                        command,
                        new Desk.Answers() {
                            @Override
                            public Optional<Answer> denial() {
                                return command instanceof ProjectCommand project
                                        ? Optional.ofNullable(envelope.actingFor())
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
     * An enterprise acts for itself, and an agent for the enterprise that it names; their acts
     * happen when they are entered: a receipt that the applicant could date back would make the law
     * accept its own filing. Only an objection to a commitment can be anybody's.
     */
    private Optional<Problem> notTheirs(String own, ProjectCommand command) {
        String of =
                command instanceof RegisterProject register
                        ? register.enterprise().value()
                        : journal.enterprise(command.project()).map(CreditCode::value).orElse(own);
        if (!of.equals(own) && !(command instanceof RaiseObjection)) {
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
        JournalEvent first = recorded.events().getFirst();
        String location =
                recorded.events().stream()
                        .map(Window::created)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        var receipt =
                new Receipt(
                        first instanceof ProjectEvent e ? e.project() : null,
                        first instanceof FilingEvent e ? e.filing() : null,
                        first instanceof CommitmentEvent e ? e.commitment() : null,
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

    /** The address of what an event has brought into being; null where it has nothing. */
    private static @Nullable String created(JournalEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectRegistered e -> "/api/v1/projects/" + e.project();
            case ProjectEvent.AgentEntrusted e -> within(e, "entrustments", e.entrustment());
            case FilingEvent.FilingReceived e -> "/api/v1/filings/" + e.filing();
            case FilingEvent.SpecialProcedureOpened e ->
                    "/api/v1/filings/%s/special-procedures/%d".formatted(e.filing(), e.procedure());
            case CommitmentEvent.NoticeServed e -> "/api/v1/commitments/" + e.commitment();
            case CommitmentEvent.ObjectionRaised e ->
                    "/api/v1/commitments/%s/objections/%d".formatted(e.commitment(), e.objection());
            case SupervisionEvent.InspectionRecorded e -> within(e, "inspections", e.inspection());
            case SupervisionEvent.RectificationOrdered e ->
                    within(e, "rectification-orders", e.order());
            case SupervisionEvent.BreachFound e -> within(e, "breaches", e.breach());
            case SupervisionEvent.CreditMeasureProposed e ->
                    within(e, "credit-proposals", e.proposal());
            case CalendarFounded e -> "/api/v1/calendars/" + e.calendar();
            case PolicyDrafted e -> "/api/v1/policies/drafts/" + encoded(e.edition());
            case SchemePublished e -> "/api/v1/assessments/" + encoded(e.scheme().toString());
            default -> null;
        };
    }

    private static String within(ProjectEvent event, String what, int number) {
        return "/api/v1/projects/%s/%s/%d".formatted(event.project(), what, number);
    }

    private static String encoded(String segment) {
        return UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8);
    }

    private Answer problem(Problem problem) {
        refused.count(problem);
        return new Answer(problem.status(), null, null, json.writeValueAsString(problem));
    }

    private static Envelope envelope(HttpServletRequest http) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new IllegalStateException("a command needs a user");
        }
        boolean agent = user().map(OfficeUser::isAgent).orElse(false);
        String named = http.getHeader(ACTING_FOR);
        if (agent != (named != null)) {
            throw new IllegalArgumentException(
                    agent
                            ? ACTING_FOR
                                    + ": an agent names the enterprise for which it acts, by its"
                                    + " credit code"
                            : ACTING_FOR + ": only an agent acts for another");
        }
        return new Envelope(
                authentication.getName(),
                named == null
                        ? user().map(OfficeUser::enterprise).orElse(null)
                        : new CreditCode(named).value(),
                agent,
                "api",
                null,
                Correlation.current());
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
