package org.chengnuo.approval.api.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.AgentScope;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.Exclusion;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.AssessEligibility;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectCommand.EndEntrustment;
import org.chengnuo.approval.project.ProjectCommand.EntrustAgent;
import org.chengnuo.approval.project.ProjectCommand.MoveToEdition;
import org.chengnuo.approval.project.ProjectCommand.ReinstateItem;
import org.chengnuo.approval.project.ProjectCommand.RuleItemOut;
import org.chengnuo.approval.project.ProjectCommand.TerminateProject;
import org.chengnuo.approval.project.ProjectCommand.WithdrawProject;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.RegisterProject;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects 项目")
class ProjectController {

    private final Window window;

    ProjectController(Window window) {
        this.window = window;
    }

    /**
     * @param occurredAt when it was registered; now, if absent
     */
    record Registration(
            @Schema(type = "string", format = "date-time", example = "2026-03-02T09:10:00+08:00")
                    @Nullable Instant occurredAt,
            @Schema(example = "年产10万吨精密铸件项目") @NotNull String name,
            @Schema(type = "string", example = "2603-141002-33-03-012345")
                    @Nullable ProjectCode code,
            @Schema(type = "string", example = "11320000MB151840XJ") @NotNull CreditCode enterprise,
            @Schema(type = "string", example = "LF-01") @NotNull ZoneCode zone,
            @Schema(type = "string", example = "141002") @NotNull RegionCode region,
            @Schema(type = "string", example = "3391") @NotNull IndustryCode industry,
            @Schema(example = "RECORD_FILED") @NotNull ProjectType type,
            @Schema(type = "number", example = "120000000.00", description = "yuan") @NotNull
                    Money investment) {}

    record Code(
            @Schema(type = "string", format = "date-time") @Nullable Instant occurredAt,
            @Schema(type = "string", example = "2603-141002-33-03-012345") @NotNull
                    ProjectCode code) {}

    /**
     * @param center the service center; that of the user, if absent
     * @param receipt the number of the dated receipt
     */
    record Submission(
            @Schema(type = "string", format = "date-time", example = "2026-03-03T10:00:00+08:00")
                    @Nullable Instant occurredAt,
            @Schema(type = "string", example = "cn-shanxi:construction-permit") @NotNull
                    ItemCode item,
            @Schema(type = "string", example = "LF-01") @Nullable CenterCode center,
            @Schema(example = "收〔2026〕17号") @Nullable String receipt) {}

    /**
     * @param exclusions what was found to touch the project; usually nothing
     */
    record Assessment(
            @Schema(type = "string", format = "date-time", example = "2026-03-02T15:00:00+08:00")
                    @Nullable Instant occurredAt,
            @Schema(example = "[]") @Nullable Set<Exclusion> exclusions) {}

    record Edition(
            @Nullable Instant occurredAt,
            @Schema(example = "2021") @NotBlank @Size(max = 100) String edition,
            @Schema(example = "企业申请适用新版政策") @Size(max = 2000) @Nullable String reason) {}

    record RuledOut(
            @Nullable Instant occurredAt,
            @Schema(type = "string", example = "cn-shanxi:overlying-minerals") @NotNull
                    ItemCode item,
            @Schema(example = "项目用地不压覆重要矿床") @Size(max = 2000) @Nullable String reason) {}

    record WithReason(
            @Nullable Instant occurredAt,
            @Schema(example = "情况变化") @Size(max = 2000) @Nullable String reason) {}

    /**
     * @param agent the user who acts for the enterprise
     * @param from the first moment
     * @param until the first moment at which it has ended
     * @param document the written entrustment: its number, or the hash of the attachment
     */
    record Entrustment(
            @Nullable Instant occurredAt,
            @Schema(example = "agent") @NotBlank @Size(max = 100) String agent,
            @Schema(example = "2026-03-01T00:00:00+08:00") @NotNull Instant from,
            @Schema(example = "2027-03-01T00:00:00+08:00") @NotNull Instant until,
            @Schema(example = "[\"FILINGS\", \"COMMITMENTS\", \"REPORTS\"]") @NotNull
                    Set<AgentScope> scope,
            @Schema(example = "委〔2026〕1号") @Size(max = 200) @Nullable String document) {}

    record Termination(
            @Nullable Instant occurredAt,
            @Schema(example = "终〔2026〕1号") @Size(max = 200) @Nullable String document,
            @Schema(example = "两年未开工") @Size(max = 2000) @Nullable String reason) {}

    @Operation(summary = "Register a project 立项登记")
    @PostMapping
    ResponseEntity<String> register(
            @RequestBody @Valid Registration body, HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new RegisterProject(
                        new ProjectId(UUID.randomUUID()),
                        window.at(body.occurredAt()),
                        body.name(),
                        body.code(),
                        body.enterprise(),
                        body.zone(),
                        body.region(),
                        body.industry(),
                        body.type(),
                        body.investment()));
    }

    @Operation(summary = "Give the project the code that the central platform has minted 项目代码")
    @PostMapping("/{id}/code")
    ResponseEntity<String> changeCode(
            @PathVariable ProjectId id, @RequestBody @Valid Code body, HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new ChangeProjectCode(id, window.at(body.occurredAt()), body.code()));
    }

    @Operation(summary = "Receive a filing 接件")
    @PostMapping("/{id}/filings")
    ResponseEntity<String> receiveFiling(
            @PathVariable ProjectId id,
            @RequestBody @Valid Submission body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new ReceiveFiling(
                        id,
                        window.at(body.occurredAt()),
                        body.item(),
                        window.center(body.center()),
                        body.receipt()));
    }

    @Operation(
            summary = "Assess whether the reform is open to the project 承诺制资格评定",
            description =
                    "The rules of its policy edition are asked that were valid at its registration;"
                            + " the answer and the reasons are in the project.")
    @PostMapping("/{id}/eligibility")
    ResponseEntity<String> assessEligibility(
            @PathVariable ProjectId id,
            @RequestBody @Valid Assessment body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new AssessEligibility(
                        id,
                        window.at(body.occurredAt()),
                        body.exclusions() == null ? Set.of() : body.exclusions()));
    }

    @Operation(summary = "Move the project to another policy edition, with a reason 变更适用政策版本")
    @PostMapping("/{id}/edition")
    ResponseEntity<String> moveToEdition(
            @PathVariable ProjectId id,
            @RequestBody @Valid Edition body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new MoveToEdition(id, window.at(body.occurredAt()), body.edition(), body.reason()));
    }

    @Operation(summary = "Rule out an item that does not concern the project 不涉及")
    @PostMapping("/{id}/ruled-out-items")
    ResponseEntity<String> ruleItemOut(
            @PathVariable ProjectId id,
            @RequestBody @Valid RuledOut body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new RuleItemOut(id, window.at(body.occurredAt()), body.item(), body.reason()));
    }

    @Operation(summary = "Reinstate a ruled-out item: it concerns the project after all 恢复事项")
    @PostMapping("/{id}/ruled-out-items/{item}/reinstatement")
    ResponseEntity<String> reinstateItem(
            @PathVariable ProjectId id,
            @PathVariable ItemCode item,
            @RequestBody @Valid WithReason body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new ReinstateItem(id, window.at(body.occurredAt()), item, body.reason()));
    }

    @Operation(
            summary = "Entrust an agent in writing 委托代办",
            description =
                    "From then on the agent acts for the enterprise within the scope, naming it in"
                            + " the header Acting-For.")
    @PostMapping("/{id}/entrustments")
    ResponseEntity<String> entrustAgent(
            @PathVariable ProjectId id,
            @RequestBody @Valid Entrustment body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new EntrustAgent(
                        id,
                        window.at(body.occurredAt()),
                        body.agent(),
                        body.from(),
                        body.until(),
                        body.scope(),
                        body.document()));
    }

    @Operation(summary = "End an entrustment before its time 终止委托")
    @PostMapping("/{id}/entrustments/{entrustment}/end")
    ResponseEntity<String> endEntrustment(
            @PathVariable ProjectId id,
            @PathVariable int entrustment,
            @RequestBody @Valid WithReason body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new EndEntrustment(id, window.at(body.occurredAt()), entrustment, body.reason()));
    }

    @Operation(summary = "The enterprise withdraws the project 项目撤回")
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<String> withdraw(
            @PathVariable ProjectId id,
            @RequestBody @Valid WithReason body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new WithdrawProject(id, window.at(body.occurredAt()), body.reason()));
    }

    @Operation(summary = "The authority terminates the project 项目终止")
    @PostMapping("/{id}/termination")
    ResponseEntity<String> terminate(
            @PathVariable ProjectId id,
            @RequestBody @Valid Termination body,
            HttpServletRequest request)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                request,
                body,
                new TerminateProject(
                        id, window.at(body.occurredAt()), body.document(), body.reason()));
    }
}
