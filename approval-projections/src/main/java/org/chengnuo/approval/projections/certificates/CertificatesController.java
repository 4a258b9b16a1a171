package org.chengnuo.approval.projections.certificates;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.problem.Problem;
import org.chengnuo.approval.projections.problem.ProblemFound;
import org.chengnuo.approval.projections.reviewtimes.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;

/** Figures that are published, and computed again. */
@RestController
@RequestMapping("/api/v1/statistics/certificates")
@Tag(name = "Certificates 统计证书")
@ConditionalOnWebApplication
class CertificatesController {

    private static final String ADDRESS = "/api/v1/statistics/certificates/";

    private final Certificates certificates;
    private final Publishing publishing;

    CertificatesController(Certificates certificates, Publishing publishing) {
        this.certificates = certificates;
        this.publishing = publishing;
    }

    /**
     * @param figure the kind of the figure
     * @param query as the address of the figure has it, after the question mark
     * @param title that of the figure, if left out
     * @param supersedes the number of the certificate in whose place this one is to be
     * @param reason why that one is superseded
     */
    record Asked(
            @Schema(
                            description = "turnaround, on-time, indicator or scoreboard",
                            example = "turnaround")
                    @NotBlank
                    String figure,
            @Schema(example = "measure=review&clock=working&groupBy=zone&from=2020-01-01")
                    @Size(max = 2000)
                    @Nullable String query,
            @Schema(example = "{\"en\": \"Review times 2020\", \"zh\": \"2020年审查用时\"}")
                    @Nullable Bilingual title,
            @Schema(description = "a number, as 2026-0001") @Nullable String supersedes,
            @Size(max = 2000) @Nullable String reason) {}

    /**
     * @param intact whether the content is that of the hash; what was changed may tell nothing more
     */
    record Line(
            String number,
            @Nullable Bilingual title,
            @Nullable String figure,
            @Nullable Instant publishedAt,
            @Nullable String publishedBy,
            String hash,
            boolean intact,
            @Nullable String supersededBy) {

        static Line of(Published published) {
            Certificate certificate = published.readable();
            return new Line(
                    published.number(),
                    certificate == null ? null : certificate.title(),
                    certificate == null ? null : certificate.figure(),
                    certificate == null ? null : certificate.publishedAt(),
                    certificate == null ? null : certificate.publishedBy(),
                    published.hash(),
                    published.isIntact(),
                    published.supersededBy());
        }
    }

    /**
     * @param certificate null if the content was changed so that it is none any more
     * @param hash SHA-256 of the certificate's {@code content}, as it was published
     * @param intact whether the content is that of the hash
     */
    record View(
            @Nullable Certificate certificate,
            String hash,
            boolean intact,
            @Nullable String supersededBy) {

        static View of(Published published) {
            return new View(
                    published.readable(),
                    published.hash(),
                    published.isIntact(),
                    published.supersededBy());
        }
    }

    @Operation(summary = "The published figures, the latest first")
    @GetMapping
    List<Line> all() {
        return certificates.all().stream().map(Line::of).toList();
    }

    @Operation(
            summary = "Publish a figure 发布",
            description =
                    "Computes it as of the position that the facts have reached (or an earlier one:"
                        + " asOf in the query) and keeps it for ever, with its number, its rules"
                        + " and its hash. Groups of fewer than five are withheld, and what would"
                        + " tell them. Each request publishes another certificate: there is no"
                        + " Idempotency-Key.")
    @PostMapping
    ResponseEntity<View> publish(@RequestBody @Valid Asked asked, Principal user) {
        try {
            Published published =
                    publishing.publish(
                            asked.figure(),
                            asked.query(),
                            asked.title(),
                            asked.supersedes(),
                            asked.reason(),
                            user);
            return ResponseEntity.created(URI.create(ADDRESS + published.number()))
                    .body(View.of(published));
        } catch (AlreadySuperseded e) {
            throw new ProblemFound(
                    Problem.of(
                            409,
                            "already-superseded",
                            "Another certificate has taken its place",
                            "该证书已被取代",
                            e.getMessage()));
        }
    }

    @Operation(summary = "A published figure, with all that is needed to compute it again")
    @GetMapping("/{number}")
    View one(@PathVariable String number) {
        return View.of(found(number));
    }

    @Operation(
            summary = "The canonical JSON of a certificate, to the byte",
            description = "Its SHA-256 is the hash of the certificate: pipe it into sha256sum.")
    @GetMapping(value = "/{number}/content", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] content(@PathVariable String number) {
        return found(number).content().getBytes(StandardCharsets.UTF_8);
    }

    @Operation(
            summary = "Compute a published figure again 复核",
            description =
                    "As of its position: says whether it is equal, or what differs and where; and"
                            + " whether the program or the rules are others now, or the certificate"
                            + " was tampered with.")
    @GetMapping("/{number}/verification")
    Verification verification(@PathVariable String number) {
        return certificates.verify(found(number));
    }

    private Published found(String number) {
        return certificates
                .find(number)
                .orElseThrow(() -> new NotFound("certificate «%.64s»".formatted(number)));
    }
}
