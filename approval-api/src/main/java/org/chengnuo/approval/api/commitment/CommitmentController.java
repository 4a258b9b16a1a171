package org.chengnuo.approval.api.commitment;

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
import org.chengnuo.approval.commitment.CommitmentCommand.DecideObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.DeclineCommitment;
import org.chengnuo.approval.commitment.CommitmentCommand.MeasureIndicator;
import org.chengnuo.approval.commitment.CommitmentCommand.PassPreCheck;
import org.chengnuo.approval.commitment.CommitmentCommand.RaiseObjection;
import org.chengnuo.approval.commitment.CommitmentCommand.SubmitLetter;
import org.chengnuo.approval.commitment.CommitmentCommand.WithdrawCommitment;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.Promise;
import org.chengnuo.approval.commitment.ServeNotice;
import org.chengnuo.approval.commitment.Signer;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The acts of a commitment, from its notice on. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Commitments 承诺")
@ConditionalOnWebApplication
class CommitmentController {

    private static final String HASH = "[0-9a-f]{64}";

    /** Of the standard that the examples name. */
    private static final String STANDARD_HASH =
            "d11318228d47539b434b88686fe79efb820ac1f84f67fdc55bb908f7c248a2f9";

    private final Window window;
    private final EvidenceStore evidence;

    CommitmentController(Window window, EvidenceStore evidence) {
        this.window = window;
        this.evidence = evidence;
    }

    record Moment(@Schema(example = "2026-03-12T09:00:00+08:00") @Nullable Instant occurredAt) {}

    /**
     * @param items that may be committed to on this standard
     * @param standard its version
     */
    record Notice(
            @Nullable Instant occurredAt,
            @Schema(example = "[\"cn-shanxi:energy-review\", \"cn-shanxi:soil-and-water\"]")
                    @NotNull
                    @Size(max = 100)
                    List<@NotNull ItemCode> items,
            @Schema(example = "standard-land-2021-1") @NotBlank @Size(max = 200) String standard,
            @Schema(example = "告知〔2026〕8号") @Size(max = 200) @Nullable String notice) {}

    /**
     * @param items of the notice, all or some
     * @param standardHash of the standard, as the notice gives it
     * @param promise each indicator of the standard, and the milestones
     * @param attachment the hash of the signed and sealed letter
     */
    record Letter(
            @Nullable Instant occurredAt,
            @Schema(example = "承〔2026〕17号") @Size(max = 200) @Nullable String number,
            @Schema(example = "[\"cn-shanxi:energy-review\"]") @NotNull @Size(max = 100)
                    List<@NotNull ItemCode> items,
            @Schema(example = STANDARD_HASH) @NotBlank @Size(max = 64) String standardHash,
            @Schema(
                            type = "object",
                            example = "{\"name\": \"张伟\", \"capacity\": \"LEGAL_REPRESENTATIVE\"}")
                    @NotNull
                    Signer signer,
            @Schema(
                            type = "object",
                            example =
                                    """
                                    {"indicators": [
                                      {"code": "investment-intensity", "unit": "万元/亩",
                                       "direction": "AT_LEAST", "value": 260},
                                      {"code": "plot-ratio", "unit": "倍",
                                       "direction": "AT_LEAST", "value": 1.3},
                                      {"code": "energy-per-value", "unit": "吨标准煤/万元",
                                       "direction": "AT_MOST", "value": 0.4},
                                      {"code": "emissions-per-value", "unit": "千克/万元",
                                       "direction": "AT_MOST", "value": 0.5},
                                      {"code": "tax-per-mu", "unit": "万元/亩",
                                       "direction": "AT_LEAST", "value": 15}],
                                     "milestones": [
                                      {"milestone": "START", "by": "2099-03-31"},
                                      {"milestone": "COMPLETION", "by": "2099-12-31"},
                                      {"milestone": "PRODUCTION", "by": "2100-06-30"}]}
                                    """)
                    @NotNull
                    Promise promise,
            @Schema(type = "string") @Nullable EvidenceHash attachment) {}

    record WithReasons(
            @Nullable Instant occurredAt,
            @Schema(example = "承诺书未加盖公章") @Size(max = 2000) @Nullable String reasons) {}

    record WithReason(
            @Nullable Instant occurredAt,
            @Schema(example = "改按程序申报") @Size(max = 2000) @Nullable String reason) {}

    record Objection(
            @Nullable Instant occurredAt,
            @Schema(example = "李某") @Size(max = 200) @Nullable String objector,
            @Schema(example = "项目用地紧邻水源地") @Size(max = 2000) @Nullable String grounds) {}

    /**
     * @param upheld the commitment cannot take effect then
     */
    record ObjectionDecision(
            @Nullable Instant occurredAt,
            @Schema(example = "false") @NotNull Boolean upheld,
            @Schema(example = "经核查不在水源保护区内") @Size(max = 2000) @Nullable String reasons) {}

    /**
     * @param measured in the indicator's unit
     * @param evidence the hash of the attachment, or the number of the report
     */
    record Measurement(
            @Nullable Instant occurredAt,
            @Schema(example = "plot-ratio") @NotBlank @Size(max = 64) String indicator,
            @Schema(example = "1.3") @NotNull BigDecimal measured,
            @Schema(example = "测〔2026〕6号") @Size(max = 200) @Nullable String evidence) {}

    @Operation(
            summary = "Serve the notice with which a commitment begins 告知",
            description = "The commitment then has the standard's text and its hash.")
    @PostMapping("/projects/{id}/commitments")
    ResponseEntity<String> serveNotice(
            @PathVariable ProjectId id, @RequestBody @Valid Notice body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new ServeNotice(
                        id,
                        window.at(body.occurredAt()),
                        body.items(),
                        body.standard(),
                        body.notice()));
    }

    @Operation(summary = "Submit the commitment letter 承诺书")
    @PostMapping("/commitments/{id}/letter")
    ResponseEntity<String> submitLetter(
            @PathVariable CommitmentId id, @RequestBody @Valid Letter body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        EvidenceHash signed = body.attachment();
        if (signed != null) {
            evidence.require("attachment", signed);
        }
        return window.carryOut(
                http,
                body,
                new SubmitLetter(
                        id,
                        window.at(body.occurredAt()),
                        body.number(),
                        body.items(),
                        body.standardHash(),
                        body.signer(),
                        body.promise(),
                        signed == null ? null : signed.value()));
    }

    @Operation(
            summary = "The letter is complete, and is shown to the public 预审通过、公示",
            description =
                    "When the publicity has ended and no objection is in the way, the commitment"
                            + " takes effect by itself.")
    @PostMapping("/commitments/{id}/pre-check")
    ResponseEntity<String> passPreCheck(
            @PathVariable CommitmentId id, @RequestBody @Valid Moment body, HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(http, body, new PassPreCheck(id, window.at(body.occurredAt())));
    }

    @Operation(summary = "Decline the commitment 不予接受承诺")
    @PostMapping("/commitments/{id}/decline")
    ResponseEntity<String> decline(
            @PathVariable CommitmentId id,
            @RequestBody @Valid WithReasons body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new DeclineCommitment(id, window.at(body.occurredAt()), body.reasons()));
    }

    @Operation(summary = "Object to a commitment while it is shown, as anybody may 异议")
    @PostMapping("/commitments/{id}/objections")
    ResponseEntity<String> raiseObjection(
            @PathVariable CommitmentId id,
            @RequestBody @Valid Objection body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new RaiseObjection(
                        id, window.at(body.occurredAt()), body.objector(), body.grounds()));
    }

    @Operation(summary = "Decide an objection 异议处理")
    @PostMapping("/commitments/{id}/objections/{objection}/decision")
    ResponseEntity<String> decideObjection(
            @PathVariable CommitmentId id,
            @PathVariable int objection,
            @RequestBody @Valid ObjectionDecision body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new DecideObjection(
                        id,
                        window.at(body.occurredAt()),
                        objection,
                        body.upheld(),
                        body.reasons()));
    }

    @Operation(
            summary = "Withdraw the commitment 撤回承诺",
            description = "Its items go the ordinary way from then on.")
    @PostMapping("/commitments/{id}/withdrawal")
    ResponseEntity<String> withdraw(
            @PathVariable CommitmentId id,
            @RequestBody @Valid WithReason body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        return window.carryOut(
                http,
                body,
                new WithdrawCommitment(id, window.at(body.occurredAt()), body.reason()));
    }

    @Operation(
            summary = "Measure a promised indicator 核验指标",
            description =
                    "What keeps the promise meets the obligation; what does not is recorded too,"
                            + " and can be measured again.")
    @PostMapping("/commitments/{id}/measurements")
    ResponseEntity<String> measure(
            @PathVariable CommitmentId id,
            @RequestBody @Valid Measurement body,
            HttpServletRequest http)
            throws StaleVersion, KeyReused {
        String shown = body.evidence();
        if (shown != null && shown.matches(HASH)) {
            evidence.require("evidence", new EvidenceHash(shown));
        }
        return window.carryOut(
                http,
                body,
                new MeasureIndicator(
                        id,
                        window.at(body.occurredAt()),
                        body.indicator(),
                        body.measured(),
                        shown));
    }
}
