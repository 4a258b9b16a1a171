package org.chengnuo.approval.api.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.api.problem.NotFound;
import org.chengnuo.approval.filing.ReceiveFiling;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.Money;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectCommand.ChangeProjectCode;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ProjectType;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.RegisterProject;
import org.chengnuo.approval.project.ZoneCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects 项目")
class ProjectController {

    private final Window window;
    private final Journal journal;

    ProjectController(Window window, Journal journal) {
        this.window = window;
        this.journal = journal;
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

    @Operation(summary = "A project, as the journal has it now")
    @GetMapping("/{id}")
    ResponseEntity<ProjectView> project(@PathVariable ProjectId id) {
        List<Journal.Entry> story = journal.story(id);
        if (story.isEmpty()) {
            throw new NotFound("project " + id);
        }
        return ResponseEntity.ok()
                .eTag("\"" + story.getLast().version() + "\"")
                .body(ProjectView.of(story));
    }
}
