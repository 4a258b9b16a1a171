package org.chengnuo.approval.api.filing;

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
import org.chengnuo.approval.clock.StopGround;
import org.chengnuo.approval.clock.TimeLimit;
import org.chengnuo.approval.filing.FilingCommand;
import org.chengnuo.approval.filing.FilingCommand.AcceptFiling;
import org.chengnuo.approval.filing.FilingCommand.AnswerCorrection;
import org.chengnuo.approval.filing.FilingCommand.CloseSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.DecideFiling;
import org.chengnuo.approval.filing.FilingCommand.DeemAccepted;
import org.chengnuo.approval.filing.FilingCommand.DeliverDecision;
import org.chengnuo.approval.filing.FilingCommand.ExtendReview;
import org.chengnuo.approval.filing.FilingCommand.OpenSpecialProcedure;
import org.chengnuo.approval.filing.FilingCommand.RecordFiling;
import org.chengnuo.approval.filing.FilingCommand.RecordWorkStep;
import org.chengnuo.approval.filing.FilingCommand.RefuseAcceptance;
import org.chengnuo.approval.filing.FilingCommand.RequestCorrection;
import org.chengnuo.approval.filing.FilingCommand.RevokeDecision;
import org.chengnuo.approval.filing.FilingCommand.WithdrawFiling;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.filing.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/**
 * The acts of a filing: one address for each legal act. In every body, {@code occurredAt} is when
 * the act happened, and may be left out for now; when it was recorded is the server's to say.
 */
@RestController
@RequestMapping("/api/v1/filings/{id}")
@Tag(name = "Filings 办件")
class FilingController {

    private final Window window;

    FilingController(Window window) {
        this.window = window;
    }

    record Moment(@Nullable Instant occurredAt) {}

    record WithReceipt(
            @Nullable Instant occurredAt,
            @Schema(example = "受〔2026〕17号") @Size(max = 200) @Nullable String receipt) {}

    record WithReason(@Nullable Instant occurredAt, @Size(max = 2000) @Nullable String reason) {}

    record CorrectionRequest(
            @Nullable Instant occurredAt,
            @Schema(example = "补〔2026〕9号") @Size(max = 200) @Nullable String notice,
            @Schema(example = "[\"总平面图缺少图签\"]") @Size(max = 100)
                    @Nullable List<@NotBlank @Size(max = 2000) String> deficiencies) {}

    @Schema(name = "FilingAcceptanceRefusal")
    record AcceptanceRefusal(
            @Nullable Instant occurredAt,
            @Size(max = 200) @Nullable String receipt,
            @Size(max = 2000) @Nullable String reasons,
            @Schema(example = "可在60日内申请行政复议，或在6个月内提起行政诉讼") @Size(max = 2000)
                    @Nullable String remedies) {}

    /**
     * @param announced how long the written notice says that it takes
     */
    record SpecialProcedure(
            @Nullable Instant occurredAt,
            @Schema(example = "EXPERT_REVIEW") @NotNull StopGround ground,
            @Schema(example = "特告〔2026〕3号") @Size(max = 200) @Nullable String notice,
            @Nullable TimeLimit announced) {}

    record Closure(
            @Nullable Instant occurredAt,
            @Schema(example = "评审意见〔2026〕3号") @Size(max = 200) @Nullable String resultDocument) {}

    record Extension(
            @Nullable Instant occurredAt,
            @NotNull TimeLimit by,
            @Size(max = 2000) @Nullable String reason,
            @Schema(example = "局长 王某") @Size(max = 200) @Nullable String approver) {}

    record Decision(
            @Nullable Instant occurredAt,
            @Schema(example = "GRANTED") @NotNull Outcome outcome,
            @Schema(example = "许〔2026〕21号") @Size(max = 200) @Nullable String document,
            @Size(max = 2000) @Nullable String reasons,
            @Size(max = 2000) @Nullable String remedies,
            @Size(max = 100)
                    @Nullable List<@NotBlank @Size(max = 2000) String> documentsToFollow) {}

    @Schema(name = "FilingDelivery")
    record Delivery(
            @Nullable Instant occurredAt,
            @Schema(example = "送达回证 17") @Size(max = 200) @Nullable String proof) {}

    record WorkStep(
            @Nullable Instant occurredAt,
            @Schema(example = "现场勘查") @NotBlank @Size(max = 200) String activity,
            @Size(max = 200) @Nullable String resource) {}

    @Operation(summary = "Request the one correction 补正（一次告知）")
    @PostMapping("/correction-request")
    ResponseEntity<String> requestCorrection(
            @PathVariable FilingId id,
            @RequestBody @Valid CorrectionRequest body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(
                http,
                body,
                new RequestCorrection(
                        id,
                        window.at(body.occurredAt()),
                        body.notice(),
                        listed(body.deficiencies())));
    }

    @Operation(summary = "The applicant has answered the correction 补正结束")
    @PostMapping("/correction-answer")
    ResponseEntity<String> answerCorrection(
            @PathVariable FilingId id, @RequestBody @Valid Moment body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(http, body, new AnswerCorrection(id, window.at(body.occurredAt())));
    }

    @Operation(summary = "Accept the filing 受理")
    @PostMapping("/acceptance")
    ResponseEntity<String> accept(
            @PathVariable FilingId id,
            @RequestBody @Valid WithReceipt body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(http, body, new AcceptFiling(id, window.at(body.occurredAt()), body.receipt()));
    }

    @Operation(summary = "Refuse acceptance 不予受理")
    @PostMapping("/acceptance-refusal")
    ResponseEntity<String> refuseAcceptance(
            @PathVariable FilingId id,
            @RequestBody @Valid AcceptanceRefusal body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(
                http,
                body,
                new RefuseAcceptance(
                        id,
                        window.at(body.occurredAt()),
                        body.receipt(),
                        body.reasons(),
                        body.remedies()));
    }

    @Operation(summary = "Establish that the filing counts as accepted from its receipt 视为受理")
    @PostMapping("/deemed-acceptance")
    ResponseEntity<String> deemAccepted(
            @PathVariable FilingId id, @RequestBody @Valid Moment body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(http, body, new DeemAccepted(id, window.at(body.occurredAt())));
    }

    @Operation(summary = "Put a filing for the record on the record 备案完成")
    @PostMapping("/record")
    ResponseEntity<String> record(
            @PathVariable FilingId id,
            @RequestBody @Valid WithReceipt body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(http, body, new RecordFiling(id, window.at(body.occurredAt()), body.receipt()));
    }

    @Operation(summary = "Open a special procedure, which stops the clock 特别程序开始")
    @PostMapping("/special-procedures")
    ResponseEntity<String> openSpecialProcedure(
            @PathVariable FilingId id,
            @RequestBody @Valid SpecialProcedure body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(
                http,
                body,
                new OpenSpecialProcedure(
                        id,
                        window.at(body.occurredAt()),
                        body.ground(),
                        body.notice(),
                        body.announced()));
    }

    @Operation(summary = "Close a special procedure 特别程序结束")
    @PostMapping("/special-procedures/{procedure}/closure")
    ResponseEntity<String> closeSpecialProcedure(
            @PathVariable FilingId id,
            @PathVariable int procedure,
            @RequestBody @Valid Closure body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(
                http,
                body,
                new CloseSpecialProcedure(
                        id, window.at(body.occurredAt()), procedure, body.resultDocument()));
    }

    @Operation(summary = "Extend the review, once 延长审查期限")
    @PostMapping("/extension")
    ResponseEntity<String> extend(
            @PathVariable FilingId id, @RequestBody @Valid Extension body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(
                http,
                body,
                new ExtendReview(
                        id,
                        window.at(body.occurredAt()),
                        body.by(),
                        body.reason(),
                        body.approver()));
    }

    @Operation(summary = "Decide 办结")
    @PostMapping("/decision")
    ResponseEntity<String> decide(
            @PathVariable FilingId id, @RequestBody @Valid Decision body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(
                http,
                body,
                new DecideFiling(
                        id,
                        window.at(body.occurredAt()),
                        body.outcome(),
                        body.document(),
                        body.reasons(),
                        body.remedies(),
                        listed(body.documentsToFollow())));
    }

    @Operation(summary = "Deliver the decision 送达")
    @PostMapping("/delivery")
    ResponseEntity<String> deliver(
            @PathVariable FilingId id, @RequestBody @Valid Delivery body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(http, body, new DeliverDecision(id, window.at(body.occurredAt()), body.proof()));
    }

    @Operation(summary = "The applicant withdraws the filing 撤回")
    @PostMapping("/withdrawal")
    ResponseEntity<String> withdraw(
            @PathVariable FilingId id, @RequestBody @Valid WithReason body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(http, body, new WithdrawFiling(id, window.at(body.occurredAt()), body.reason()));
    }

    @Operation(summary = "Revoke what was granted 撤销")
    @PostMapping("/revocation")
    ResponseEntity<String> revoke(
            @PathVariable FilingId id, @RequestBody @Valid WithReason body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(http, body, new RevokeDecision(id, window.at(body.occurredAt()), body.reason()));
    }

    @Operation(summary = "Record a step of the work without legal meaning")
    @PostMapping("/work-steps")
    ResponseEntity<String> recordWorkStep(
            @PathVariable FilingId id, @RequestBody @Valid WorkStep body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return act(
                http,
                body,
                new RecordWorkStep(
                        id, window.at(body.occurredAt()), body.activity(), body.resource()));
    }

    private ResponseEntity<String> act(HttpServletRequest http, Object body, FilingCommand command)
            throws StaleVersion, KeyReused {
        return window.carryOut(http, body, command);
    }

    private static List<String> listed(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
