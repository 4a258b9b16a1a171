package org.chengnuo.approval.api.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

@RestController
@RequestMapping("/api/v1/attachments")
@Tag(name = "Attachments 附件")
@ConditionalOnWebApplication
class AttachmentController {

    private static final int LONGEST_NAME = 200;

    private final EvidenceStore store;
    private final EvidenceSettings settings;

    AttachmentController(EvidenceStore store, EvidenceSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @SuppressWarnings("UnusedVariable") // for the description of the API
    private record Form(
            @Schema(
                            type = "string",
                            format = "binary",
                            description = "PDF, OFD, DOCX, XLSX, PNG, JPEG or text in UTF-8")
                    String file) {}

    /**
     * What was taken in.
     *
     * @param hash by which acts name it
     * @param type as its content says
     * @param name as the sender calls it; it is not kept
     */
    record Attachment(String hash, long bytes, String type, String name) {}

    @Operation(
            summary =
                    "Hand an attachment in, to name it by its hash in an act. The same content is"
                            + " the same attachment, and is then answered with 200",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Form.class))))
    @PostMapping
    ResponseEntity<Attachment> handIn(@Parameter(hidden = true) HttpServletRequest http)
            throws IOException {
        MultipartHttpServletRequest parts =
                WebUtils.getNativeRequest(http, MultipartHttpServletRequest.class);
        if (parts == null) {
            throw EvidenceProblems.notMultipart();
        }
        MultipartFile file = parts.getFile("file");
        if (file == null) {
            throw EvidenceProblems.noFile();
        }
        try (InputStream content = file.getInputStream();
                Upload upload =
                        Upload.spool(
                                content,
                                EvidenceConfiguration.incoming(settings),
                                settings.maxSize().toBytes())) {
            if (upload.bytes() == 0) {
                throw EvidenceProblems.empty();
            }
            Finding finding = Finding.in(upload.file());
            EvidenceType type = finding.type();
            if (type == null) {
                throw EvidenceProblems.notTaken(finding);
            }
            boolean isNew = store.keep(upload.hash(), upload.file());
            return ResponseEntity.status(isNew ? 201 : 200)
                    .location(URI.create("/api/v1/attachments/" + upload.hash()))
                    .body(
                            new Attachment(
                                    upload.hash().value(),
                                    upload.bytes(),
                                    type.mediaType().toString(),
                                    name(file.getOriginalFilename(), type)));
        }
    }

    @Operation(summary = "The content of an attachment, checked against its hash")
    @GetMapping("/{hash}")
    @Nullable ResponseEntity<InputStreamResource> content(
            @PathVariable EvidenceHash hash, @Parameter(hidden = true) WebRequest request) {
        // The content of a hash never changes: who has it need not get it again.
        if (store.holds(hash) && request.checkNotModified("\"" + hash + "\"")) {
            return null;
        }
        Evidence evidence = store.read(hash).orElseThrow(() -> new NotFound("attachment " + hash));
        return ResponseEntity.ok()
                .eTag("\"" + hash + "\"")
                .contentType(evidence.type())
                .contentLength(evidence.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(hash + "." + evidence.suffix())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(evidence.content()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> broken(MultipartException e) {
        Problem problem = EvidenceProblems.brokenParts();
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The last part of what the sender says, as one line; browsers have sent whole paths. */
    private static String name(@Nullable String sent, EvidenceType type) {
        String name =
                sent == null
                        ? ""
                        : sent.substring(
                                Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = name.replaceAll("\\p{C}", "").strip();
        if (name.isEmpty()) {
            return "attachment." + type.suffix();
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
