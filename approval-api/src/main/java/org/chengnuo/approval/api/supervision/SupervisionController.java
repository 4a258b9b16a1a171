package org.chengnuo.approval.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.chengnuo.approval.api.evidence.EvidenceHash;
import org.chengnuo.approval.api.evidence.EvidenceStore;
import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.api.office.KeyReused;
import org.chengnuo.approval.api.office.Window;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.supervision.BreachClosing;
import org.chengnuo.approval.supervision.BreachKind;
import org.chengnuo.approval.supervision.LegalDocument;
import org.chengnuo.approval.supervision.Node;
import org.chengnuo.approval.supervision.SupervisionCommand.CloseBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.DecideProposalObjection;
import org.chengnuo.approval.supervision.SupervisionCommand.FindBreach;
import org.chengnuo.approval.supervision.SupervisionCommand.Finding;
import org.chengnuo.approval.supervision.SupervisionCommand.ObjectToProposal;
import org.chengnuo.approval.supervision.SupervisionCommand.OrderRectification;
import org.chengnuo.approval.supervision.SupervisionCommand.ProposeCreditMeasure;
import org.chengnuo.approval.supervision.SupervisionCommand.RecordInspection;
import org.chengnuo.approval.supervision.SupervisionCommand.RepairCredit;
import org.chengnuo.approval.supervision.SupervisionCommand.VerifyRectification;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The acts of the supervision: those of the supervisor, and the enterprise's objection. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
@Tag(name = "Supervision 监管")
@ConditionalOnWebApplication
class SupervisionController {

    private final Window window;
    private final EvidenceStore evidence;

    SupervisionController(Window window, EvidenceStore evidence) {
        this.window = window;
        this.evidence = evidence;
    }

    /**
     * @param commitment that is inspected; null for the project as such
     * @param evidence hashes of the attachments
     */
    record Inspection(
            @Nullable Instant occurredAt,
            @Schema(type = "string") @Nullable CommitmentId commitment,
            @Schema(example = "DURING_CONSTRUCTION") @NotNull Node node,
            @Schema(example = "执法证 14100217") @Size(max = 200) @Nullable String inspector,
            @Schema(
                            type = "array",
                            example =
                                    """
                                    [{"obligation": "indicator:plot-ratio", "conforms": false,
                                      "text": "在建厂房容积率低于承诺值"}]
                                    """)
                    @NotNull
                    @Size(max = 100)
                    List<@NotNull Finding> findings,
            @Schema(example = "[]") @Size(max = 100)
                    @Nullable List<@NotNull EvidenceHash> evidence) {}

    /**
     * @param deadline the last day that is in time
     */
    record Order(
            @Nullable Instant occurredAt,
            @Schema(example = "1") @NotNull Integer inspection,
            @Schema(example = "2026-09-30") @NotNull LocalDate deadline,
            @Schema(example = "调整设计，容积率达到承诺值") @Size(max = 2000) @Nullable String demands,
            @Schema(example = "责改〔2026〕3号") @Size(max = 200) @Nullable String document) {}

    record Verification(
            @Nullable Instant occurredAt,
            @Schema(example = "true") @NotNull Boolean rectified,
            @Schema(example = "已按要求整改") @Size(max = 2000) @Nullable String findings,
            @Schema(example = "[]") @Size(max = 100)
                    @Nullable List<@NotNull EvidenceHash> evidence) {}

    /**
     * @param order the rectification order that was not kept; null where none is needed
     */
    record Breach(
            @Nullable Instant occurredAt,
            @Schema(type = "string") @NotNull CommitmentId commitment,
            @Schema(example = "NOT_KEPT") @NotNull BreachKind kind,
            @Schema(example = "1") @Nullable Integer order,
            @Schema(example = "逾期未整改") @Size(max = 2000) @Nullable String reasons,
            @Schema(example = "违诺认〔2026〕1号") @Size(max = 200) @Nullable String document) {}

    /**
     * @param closing how: repaired, or set aside
     */
    record Closing(
            @Nullable Instant occurredAt,
            @Schema(example = "REPAIRED") @NotNull BreachClosing closing,
            @Schema(example = "已整改并消除影响") @Size(max = 2000) @Nullable String reasons,
            @Schema(example = "违诺结〔2026〕1号") @Size(max = 200) @Nullable String document) {}

    /**
     * @param measure the code of one on the list of the project's edition
     * @param document the legally effective document, without which nothing is proposed
     */
    record CreditProposal(
            @Nullable Instant occurredAt,
            @Schema(example = "1") @NotNull Integer breach,
            @Schema(example = "limited-honours") @NotBlank @Size(max = 100) String measure,
            @Schema(
                            type = "object",
                            example =
                                    """
                                    {"kind": "行政处罚决定书", "number": "罚〔2026〕9号",
                                     "effective": "2026-10-01"}
                                    """)
                    @Nullable LegalDocument document) {}

    @Schema(name = "ProposalObjection")
    record Objection(
            @Nullable Instant occurredAt,
            @Schema(example = "整改已在期限内完成") @Size(max = 2000) @Nullable String grounds) {}

    /**
     * @param upheld the proposal is taken back then
     */
    @Schema(name = "ProposalObjectionDecision")
    record ObjectionDecision(
            @Nullable Instant occurredAt,
            @Schema(example = "true") @NotNull Boolean upheld,
            @Schema(example = "复核属实") @Size(max = 2000) @Nullable String reasons) {}

    record Repair(
            @Nullable Instant occurredAt,
            @Schema(example = "信修〔2026〕2号") @Size(max = 200) @Nullable String document) {}

    @Operation(summary = "Record an inspection and what it found 监督检查")
    @PostMapping("/inspections")
    ResponseEntity<String> inspect(
            @PathVariable ProjectId id,
            @RequestBody @Valid Inspection body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new RecordInspection(
                        id,
                        window.at(body.occurredAt()),
                        body.commitment(),
                        body.node(),
                        body.inspector(),
                        body.findings(),
                        shown(body.evidence())));
    }

    @Operation(summary = "Order the rectification of what an inspection found 责令整改")
    @PostMapping("/rectification-orders")
    ResponseEntity<String> orderRectification(
            @PathVariable ProjectId id, @RequestBody @Valid Order body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new OrderRectification(
                        id,
                        window.at(body.occurredAt()),
                        body.inspection(),
                        body.deadline(),
                        body.demands(),
                        body.document()));
    }

    @Operation(summary = "Verify whether an order has been kept 整改复查")
    @PostMapping("/rectification-orders/{order}/verification")
    ResponseEntity<String> verifyRectification(
            @PathVariable ProjectId id,
            @PathVariable int order,
            @RequestBody @Valid Verification body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new VerifyRectification(
                        id,
                        window.at(body.occurredAt()),
                        order,
                        body.rectified(),
                        body.findings(),
                        shown(body.evidence())));
    }

    @Operation(
            summary = "Find a breach of a commitment 违诺认定",
            description =
                    "A breach is not dishonesty 失信 yet, and flips no flag; but while a false"
                            + " commitment stands, its enterprise cannot commit again.")
    @PostMapping("/breaches")
    ResponseEntity<String> findBreach(
            @PathVariable ProjectId id, @RequestBody @Valid Breach body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new FindBreach(
                        id,
                        window.at(body.occurredAt()),
                        body.commitment(),
                        body.kind(),
                        body.order(),
                        body.reasons(),
                        body.document()));
    }

    @Operation(
            summary = "Close a breach that was repaired or is set aside 违诺了结",
            description = "Where a credit proposal stands, that is repaired or objected to first.")
    @PostMapping("/breaches/{breach}/closing")
    ResponseEntity<String> closeBreach(
            @PathVariable ProjectId id,
            @PathVariable int breach,
            @RequestBody @Valid Closing body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new CloseBreach(
                        id,
                        window.at(body.occurredAt()),
                        breach,
                        body.closing(),
                        body.reasons(),
                        body.document()));
    }

    @Operation(
            summary = "Propose a listed credit measure to the credit authority 失信惩戒建议",
            description = "Only on a legally effective document; the authority decides elsewhere.")
    @PostMapping("/credit-proposals")
    ResponseEntity<String> proposeCreditMeasure(
            @PathVariable ProjectId id,
            @RequestBody @Valid CreditProposal body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new ProposeCreditMeasure(
                        id,
                        window.at(body.occurredAt()),
                        body.breach(),
                        body.measure(),
                        body.document()));
    }

    @Operation(summary = "The enterprise objects to a credit proposal 异议申请")
    @PostMapping("/credit-proposals/{proposal}/objection")
    ResponseEntity<String> objectToProposal(
            @PathVariable ProjectId id,
            @PathVariable int proposal,
            @RequestBody @Valid Objection body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new ObjectToProposal(id, window.at(body.occurredAt()), proposal, body.grounds()));
    }

    @Operation(summary = "Decide the objection; upheld, the proposal is taken back 异议处理")
    @PostMapping("/credit-proposals/{proposal}/objection-decision")
    ResponseEntity<String> decideProposalObjection(
            @PathVariable ProjectId id,
            @PathVariable int proposal,
            @RequestBody @Valid ObjectionDecision body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new DecideProposalObjection(
                        id, window.at(body.occurredAt()), proposal, body.upheld(), body.reasons()));
    }

    @Operation(summary = "The enterprise's credit is repaired 信用修复")
    @PostMapping("/credit-proposals/{proposal}/repair")
    ResponseEntity<String> repairCredit(
            @PathVariable ProjectId id,
            @PathVariable int proposal,
            @RequestBody @Valid Repair body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new RepairCredit(id, window.at(body.occurredAt()), proposal, body.document()));
    }

    /** The attachments that are named, each of which has been handed in. */
    private List<String> shown(@Nullable List<EvidenceHash> hashes) {
        if (hashes == null) {
            return List.of();
        }
        hashes.forEach(hash -> evidence.require("evidence", hash));
        return hashes.stream().map(EvidenceHash::value).toList();
    }
}
