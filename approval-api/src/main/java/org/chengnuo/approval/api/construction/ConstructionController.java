package org.chengnuo.approval.api.construction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.chengnuo.approval.api.evidence.EvidenceHash;
import org.chengnuo.approval.api.evidence.EvidenceStore;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.construction.ConstructionCommand.AcceptCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ClearStart;
import org.chengnuo.approval.construction.ConstructionCommand.RefuseCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportCompletion;
import org.chengnuo.approval.construction.ConstructionCommand.ReportMilestone;
import org.chengnuo.approval.construction.ConstructionCommand.ReportProduction;
import org.chengnuo.approval.construction.ConstructionCommand.ReportStart;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

@RestController
@RequestMapping("/api/v1/projects/{id}/construction")
@Tag(name = "Construction 建设")
@ConditionalOnWebApplication
class ConstructionController {

    private final Window window;
    private final EvidenceStore evidence;

    ConstructionController(Window window, EvidenceStore evidence) {
        this.window = window;
        this.evidence = evidence;
    }

    record Moment(@Schema(example = "2026-06-01T09:00:00+08:00") @Nullable Instant occurredAt) {}

    record WithDocument(
            @Nullable Instant occurredAt,
            @Schema(example = "开〔2026〕5号") @Size(max = 200) @Nullable String document) {}

    /**
     * @param evidence the hash of the attachment that shows it
     */
    record Milestone(
            @Nullable Instant occurredAt,
            @Schema(example = "主体封顶") @Size(max = 200) @Nullable String milestone,
            @Schema(type = "string") @Nullable EvidenceHash evidence) {}

    record AcceptanceRefusal(
            @Nullable Instant occurredAt,
            @Schema(example = "竣验不〔2026〕2号") @Size(max = 200) @Nullable String document,
            @Schema(example = "消防设施未通过检测") @Size(max = 2000) @Nullable String reasons) {}

    @Operation(
            summary = "Clear the start of construction 同意开工",
            description =
                    "Refused while anything is missing: the problem then lists all of it, with the"
                            + " next step of each.")
    @PostMapping("/clearance")
    ResponseEntity<String> clearStart(
            @PathVariable ProjectId id,
            @RequestBody @Valid WithDocument body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http, body, new ClearStart(id, window.at(body.occurredAt()), body.document()));
    }

    @Operation(
            summary = "Report the start of construction 开工",
            description = "A start without clearance is recorded too, as the violation that it is.")
    @PostMapping("/start")
    ResponseEntity<String> reportStart(
            @PathVariable ProjectId id, @RequestBody @Valid Moment body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(http, body, new ReportStart(id, window.at(body.occurredAt())));
    }

    @Operation(summary = "Report what the construction has reached 进度节点")
    @PostMapping("/milestones")
    ResponseEntity<String> reportMilestone(
            @PathVariable ProjectId id, @RequestBody @Valid Milestone body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        EvidenceHash shown = body.evidence();
        if (shown != null) {
            evidence.require("evidence", shown);
        }
        return window.carryOut(
                http,
                body,
                new ReportMilestone(
                        id,
                        window.at(body.occurredAt()),
                        body.milestone(),
                        shown == null ? null : shown.value()));
    }

    @Operation(summary = "Report the completion 竣工")
    @PostMapping("/completion")
    ResponseEntity<String> reportCompletion(
            @PathVariable ProjectId id, @RequestBody @Valid Moment body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(http, body, new ReportCompletion(id, window.at(body.occurredAt())));
    }

    @Operation(
            summary = "Accept the completion 竣工联合验收",
            description = "Refused while an obligation of a commitment is unmet that comes before.")
    @PostMapping("/acceptance")
    ResponseEntity<String> acceptCompletion(
            @PathVariable ProjectId id,
            @RequestBody @Valid WithDocument body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new AcceptCompletion(id, window.at(body.occurredAt()), body.document()));
    }

    @Operation(summary = "Refuse the completion: it is mended and reported again 竣工联合验收不通过")
    @PostMapping("/acceptance-refusal")
    ResponseEntity<String> refuseCompletion(
            @PathVariable ProjectId id,
            @RequestBody @Valid AcceptanceRefusal body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new RefuseCompletion(
                        id, window.at(body.occurredAt()), body.document(), body.reasons()));
    }

    @Operation(summary = "Report the start of production 投产")
    @PostMapping("/production")
    ResponseEntity<String> reportProduction(
            @PathVariable ProjectId id, @RequestBody @Valid Moment body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(http, body, new ReportProduction(id, window.at(body.occurredAt())));
    }
}
