package org.chengnuo.approval.api.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.chengnuo.approval.Finding;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.policy.Policies;
import org.chengnuo.approval.policy.PolicyCommand.DiscardDraft;
import org.chengnuo.approval.policy.PolicyCommand.DraftPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.PublishPolicyEdition;
import org.chengnuo.approval.policy.PolicyCommand.SupersedePolicyEdition;
import org.chengnuo.approval.policy.PolicyComparison;
import org.chengnuo.approval.policy.PolicyContent;
import org.chengnuo.approval.policy.PolicyEdition;
import org.chengnuo.approval.policy.PolicyEvent;
import org.chengnuo.approval.policy.Standard;
import org.chengnuo.approval.policy.Validity;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.problem.Problem;
import org.chengnuo.approval.projections.problem.ProblemFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The policy editions: drafted, compared, published and superseded. */
@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Policies 政策版本")
class PolicyController {

    /** As short as it can be: for the description. */
    private static final String DRAFT =
            """
            {"calendar": "cn", "correctionWindow": 5, "answerWindow": {"amount": 30, "unit": "ND"},
             "lateEntryAfter": "PT1H",
             "warnings": {"yellowAtPercent": 90, "statutoryYellowAtPercent": 90},
             "publicity": {"preCheck": {"amount": 1, "unit": "WD"}, "length": {"amount": 7, "unit": "WD"}},
             "deemedBySilence": false,
             "items": [
               {"code": "cn-shanxi:energy-review", "chinese": "节能审查", "english": "Energy review",
                "itemClass": "COMMITMENT", "exceptions": [], "department": "发展改革", "kind": "PROMISED",
                "promised": {"amount": 10, "unit": "WD"}, "statutory": {"amount": 20, "unit": "WD"},
                "extension": {"amount": 10, "unit": "WD"}, "beforeStart": true,
                "grounds": ["EXPERT_REVIEW"]}],
             "standards": [
               {"version": "standard-land-2027-1", "title": "标准地控制指标", "text": "固定资产投资强度不低于300万元/亩。",
                "indicators": [
                  {"code": "investment-intensity", "chinese": "固定资产投资强度", "english": "Investment intensity",
                   "unit": "万元/亩", "direction": "AT_LEAST", "value": 300, "measured": "AT_COMPLETION"}]}],
             "eligibility": [
               {"name": "outside-the-approval-catalogue", "chinese": "实行核准管理的项目暂不适用",
                "english": "Projects that need approval are not covered yet", "types": ["RECORD_FILED"],
                "zones": [], "industriesExcluded": [], "exclusions": []}],
             "creditMeasures": [
               {"code": "limited-honours", "chinese": "限制评优评先和荣誉",
                "english": "Limited access to awards and honours", "basis": "全国失信惩戒措施基础清单"}]}
            """;

    private final Editions editions;
    private final Window window;
    private final JsonMapper json;
    private final Clock clock;

    PolicyController(Editions editions, Window window, JsonMapper json, Clock clock) {
        this.editions = editions;
        this.window = window;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param until the first moment at which it is no longer in force for new registrations
     * @param zones empty for all
     * @param types empty for all
     */
    record EditionLine(
            String name,
            Instant inForceFrom,
            @Nullable Instant until,
            Set<ZoneCode> zones,
            Set<ProjectType> types,
            @Nullable String supersededBecause,
            int items) {}

    record DraftView(String name, PolicyContent content) {}

    /**
     * @param with the edition that the other would take the place of
     */
    record ComparisonView(String name, String with, PolicyComparison changes) {}

    /**
     * @param hash SHA-256 of the version, the title, the text and the indicators
     */
    record StandardView(
            String edition,
            String version,
            String title,
            String text,
            List<Standard.Indicator> indicators,
            String hash) {}

    /**
     * @param zones empty or absent for all
     * @param types empty or absent for all
     * @param supersedes the edition that ends when this one begins
     */
    record Publication(
            @Schema(type = "string", format = "date-time", example = "2027-01-01T00:00:00+08:00")
                    @NotNull
                    Instant from,
            @Schema(type = "string", format = "date-time") @Nullable Instant until,
            @Nullable Set<ZoneCode> zones,
            @Nullable Set<ProjectType> types,
            @Schema(example = "2021") @Nullable String supersedes) {}

    record Supersession(
            @Schema(type = "string", format = "date-time", example = "2027-07-01T00:00:00+08:00")
                    @NotNull
                    Instant until,
            @Schema(example = "试点结束") @Nullable String reason) {}

    @Operation(summary = "The policy editions that have been published, the oldest first")
    @GetMapping
    ResponseEntity<List<EditionLine>> editions() {
        Policies policies = editions.policies();
        return answer(
                policies.published().stream()
                        .map(
                                edition ->
                                        new EditionLine(
                                                edition.name(),
                                                edition.inForceFrom(),
                                                edition.validity().until(),
                                                edition.validity().zones(),
                                                edition.validity().types(),
                                                policies.supersededBecause(edition.name())
                                                        .orElse(null),
                                                edition.items().size()))
                        .toList());
    }

    @Operation(
            summary = "An edition in full",
            description =
                    "Its «content» can be edited and put as the draft of an edition of another"
                            + " name.")
    @GetMapping("/{name}")
    ResponseEntity<PolicyEdition> edition(@PathVariable String name) {
        return answer(published(name));
    }

    @Operation(summary = "A standard of an edition: its text, its indicators, its hash")
    @GetMapping("/{name}/standards/{version}")
    StandardView standard(@PathVariable String name, @PathVariable String version) {
        PolicyContent content = published(name).content();
        Standard standard =
                content.standard(version)
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                "standard «%s» of the edition %s; there are %s"
                                                        .formatted(
                                                                version,
                                                                name,
                                                                content.standards().stream()
                                                                        .map(Standard::version)
                                                                        .toList())));
        return new StandardView(
                name,
                standard.version(),
                standard.title(),
                standard.text(),
                standard.indicators(),
                standard.hash());
    }

    @Operation(
            summary = "What changes if a draft or an edition takes the place of another one",
            description = "«with» in the answer is the one with which it was compared.")
    @GetMapping("/{name}/comparison")
    ComparisonView comparison(
            @PathVariable String name,
            @Parameter(
                            description =
                                    "an edition or a draft; if absent, the edition that is in"
                                            + " force now for the zones and types, or for all")
                    @RequestParam(required = false)
                    @Nullable String with,
            @Parameter(description = "for which it is to be published, if not for all")
                    @RequestParam(required = false)
                    @Nullable Set<ZoneCode> zones,
            @Parameter(description = "for which it is to be published, if not for all")
                    @RequestParam(required = false)
                    @Nullable Set<ProjectType> types) {
        String other = with == null ? inForceNow(orAll(zones), orAll(types)).name() : with;
        return new ComparisonView(
                name, other, PolicyComparison.of(contentOf(other), contentOf(name)));
    }

    @Operation(summary = "The names of the drafts")
    @GetMapping("/drafts")
    ResponseEntity<List<String>> drafts() {
        return answer(editions.policies().drafts());
    }

    @Operation(summary = "A draft, with the version of the editions for If-Match")
    @GetMapping("/drafts/{name}")
    ResponseEntity<DraftView> draft(@PathVariable String name) {
        return answer(
                new DraftView(
                        name,
                        editions.policies()
                                .draft(name)
                                .orElseThrow(() -> new NotFound("draft «%s»".formatted(name)))));
    }

    @Operation(
            summary = "Write a draft 草案, or put another in its place",
            description =
                    "The «content» of an edition, edited: GET /api/v1/policies/2021 has a complete"
                            + " one. A draft may be wrong, but has every field: «errors» has all"
                            + " that are missing.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PolicyContent.class),
                            examples = @ExampleObject(DRAFT)))
    @PutMapping("/drafts/{name}")
    ResponseEntity<String> write(
            @PathVariable String name, @RequestBody JsonNode body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        List<Finding> missing = MissingFields.of(body, PolicyContent.class);
        if (!missing.isEmpty()) {
            throw new ProblemFound(
                    new Problem(
                            "urn:chengnuo:problem:missing-value",
                            "A value is missing or not right",
                            "缺少字段或取值不正确",
                            422,
                            missing.stream()
                                    .map(Finding::toString)
                                    .collect(Collectors.joining("; ")),
                            null,
                            missing.getFirst().field(),
                            null,
                            null,
                            missing));
        }
        PolicyContent content;
        try {
            content = json.treeToValue(body, PolicyContent.class);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException(
                    "a draft", e, new ServletServerHttpRequest(http));
        }
        return window.carryOut(http, content, new DraftPolicyEdition(name, content));
    }

    @Operation(summary = "Discard a draft")
    @DeleteMapping("/drafts/{name}")
    ResponseEntity<String> discard(@PathVariable String name, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(http, name, new DiscardDraft(name));
    }

    @Operation(
            summary = "Publish a draft 发布",
            description =
                    "Refused unless it is complete: «errors» has each item and field that is"
                            + " missing or wrong. What was published never changes.")
    @PostMapping("/{name}/publication")
    ResponseEntity<String> publish(
            @PathVariable String name,
            @RequestBody @Valid Publication body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        var validity =
                new Validity(body.from(), body.until(), orAll(body.zones()), orAll(body.types()));
        return window.carryOut(
                http, body, new PublishPolicyEdition(name, validity, body.supersedes()));
    }

    @Operation(
            summary = "Supersede an edition 取代: it ends for new registrations",
            description = "What is running under it stays under it.")
    @PostMapping("/{name}/supersession")
    ResponseEntity<String> supersede(
            @PathVariable String name,
            @RequestBody @Valid Supersession body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http, body, new SupersedePolicyEdition(name, body.until(), body.reason()));
    }

    private static <T> Set<T> orAll(@Nullable Set<T> named) {
        return named == null ? Set.of() : named;
    }

    private PolicyEdition inForceNow(Set<ZoneCode> zones, Set<ProjectType> types) {
        List<PolicyEdition> inForce =
                editions.policies().inForce(new Validity(clock.instant(), null, zones, types));
        if (inForce.size() > 1) {
            throw new IllegalArgumentException(
                    "with: the zones and types are under several editions, %s: say with which"
                            .formatted(inForce.stream().map(PolicyEdition::name).toList()));
        }
        return inForce.getFirst();
    }

    private PolicyEdition published(String name) {
        return editions.policies().edition(name).orElseThrow(() -> unknown(name));
    }

    private PolicyContent contentOf(String name) {
        Policies policies = editions.policies();
        return policies.edition(name)
                .map(PolicyEdition::content)
                .or(() -> policies.draft(name))
                .orElseThrow(() -> unknown(name));
    }

    private NotFound unknown(String name) {
        return new NotFound(
                "policy edition «%s»; there are %s"
                        .formatted(
                                name,
                                editions.policies().published().stream()
                                        .map(PolicyEdition::name)
                                        .toList()));
    }

    private <T> ResponseEntity<T> answer(T body) {
        Long version = editions.version(PolicyEvent.STREAM);
        var answer = ResponseEntity.ok();
        return (version == null ? answer : answer.eTag("\"" + version + "\"")).body(body);
    }
}
