package org.chengnuo.approval.api.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports 历史数据导入")
@ConditionalOnWebApplication
class ImportController {

    private static final int REJECTS_AT_ONCE = 1_000;
    private static final String PARTS =
            "an import is posted as multipart/form-data with file, mapping and zone";

    private static final int LARGEST_TEXT = 100_000;

    private final ImportDesk desk;
    private final Imports imports;
    private final ImportRunner runner;
    private final ImportSettings settings;
    private final Clock clock;

    ImportController(
            ImportDesk desk,
            Imports imports,
            ImportRunner runner,
            ImportSettings settings,
            Clock clock) {
        this.desk = desk;
        this.imports = imports;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is posted.
     *
     * @param mapping the name of a shipped mapping, or a document
     */
    @SuppressWarnings("UnusedVariable") // for the description of the API
    private record Upload(
            @Schema(type = "string", format = "binary", description = "XES, XES.gz or CSV")
                    String file,
            @Schema(description = "the name of a shipped mapping, or a YAML document")
                    String mapping,
            @Schema(description = "the zone of the cases, unless the mapping says it")
                    @Nullable String zone) {}

    record ShippedMapping(String name, String yaml) {}

    @Operation(
            summary =
                    "Import a log: read whole first, then recorded. The same content posted again"
                            + " is the same import, and goes on if it was stopped",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Upload.class))))
    @PostMapping
    ResponseEntity<?> handIn(
            @Parameter(hidden = true) HttpServletRequest http,
            @Parameter(hidden = true) Principal user)
            throws IOException {
        MultipartHttpServletRequest parts =
                WebUtils.getNativeRequest(http, MultipartHttpServletRequest.class);
        if (parts == null) {
            return problem(
                    Problem.of(
                            415,
                            "unsupported-media-type",
                            "The body is of another kind",
                            "请求体类型不支持",
                            PARTS));
        }
        MultipartFile file = parts.getFile("file");
        String mapping = text(parts, "mapping");
        if (file == null || mapping == null) {
            return missing(file == null ? "file" : "mapping");
        }
        String fileName = file.getOriginalFilename();
        LogImport log;
        try (InputStream bytes = file.getInputStream()) {
            log =
                    desk.handIn(
                            bytes,
                            fileName == null || fileName.isBlank() ? "upload" : fileName,
                            mapping,
                            text(parts, "zone"),
                            user.getName());
        }
        runner.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + log.id()))
                .body(view(log));
    }

    @Operation(summary = "The imports, the latest first")
    @GetMapping
    List<ImportView> latest(@RequestParam(defaultValue = "100") int limit) {
        return imports.latest(between(1, limit, 1_000)).stream().map(this::view).toList();
    }

    @Operation(summary = "The mappings that come with the program: examples to write one's own by")
    @GetMapping("/mappings")
    List<ShippedMapping> mappings() {
        return ShippedMappings.NAMES.stream()
                .map(name -> new ShippedMapping(name, ShippedMappings.document(name)))
                .toList();
    }

    @Operation(summary = "How far an import is, and which of its acts were rejected, and why")
    @GetMapping("/{id}")
    ImportView.WithRejects one(
            @PathVariable String id,
            @Parameter(description = "the number of the first rejected act to list, from 0")
                    @RequestParam(defaultValue = "0")
                    long rejectsFrom,
            @RequestParam(defaultValue = "100") int limit) {
        return withRejects(found(id), Math.max(0, rejectsFrom), limit);
    }

    @Operation(
            summary =
                    "Stop an import after the cases that are just being recorded. What is recorded"
                            + " stays, because it is history; the same file posted again goes on")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(@PathVariable String id) {
        boolean cancelled = imports.cancel(id);
        LogImport log = found(id);
        if (!cancelled && log.state() != ImportState.CANCELLED) {
            return problem(
                    Problem.of(
                            409,
                            "import-not-under-way",
                            "The import is not under way",
                            "导入未在进行",
                            "import %s is %s".formatted(id, log.state())));
        }
        return ResponseEntity.ok(withRejects(log, 0, 100));
    }

    @ExceptionHandler
    ResponseEntity<?> refused(ImportRefused refused) {
        return problem(
                new Problem(
                        "urn:chengnuo:import:" + word(refused.reason()),
                        "This cannot be imported: " + refused.inEnglish(),
                        "无法导入：" + refused.inChinese(),
                        refused.reason() == Reason.TOO_LARGE ? 413 : 422,
                        refused.inEnglish(),
                        null,
                        field(refused.reason()),
                        null));
    }

    @ExceptionHandler
    ResponseEntity<?> tooLarge(MaxUploadSizeExceededException e) {
        return refused(ImportRefused.because(Reason.TOO_LARGE, settings.maxUpload().toBytes()));
    }

    @ExceptionHandler
    ResponseEntity<?> broken(MultipartException e) {
        return problem(
                Problem.of(
                        400,
                        "broken-multipart",
                        "The parts of the body cannot be read",
                        "无法读取请求体的各部分",
                        PARTS));
    }

    @ExceptionHandler
    ResponseEntity<?> conflict(ImportConflict conflict) {
        return problem(
                new Problem(
                        "urn:chengnuo:problem:imported-otherwise",
                        "This content is imported under another mapping or zone",
                        "该内容已按其他映射或开发区导入：" + conflict.inChinese(),
                        409,
                        conflict.inEnglish(),
                        null,
                        "mapping",
                        null));
    }

    private ImportView.WithRejects withRejects(LogImport log, long from, int limit) {
        return new ImportView.WithRejects(
                view(log),
                from,
                imports.rejects(log.id(), from, between(0, limit, REJECTS_AT_ONCE)).stream()
                        .map(ImportView.RejectView::of)
                        .toList());
    }

    private LogImport found(String id) {
        return imports.find(id).orElseThrow(() -> new NotFound("import " + id));
    }

    private ImportView view(LogImport log) {
        Instant now = clock.instant();
        return ImportView.of(log, now);
    }

    /** A field, or a file: curl sends a document that lies in a file as one. */
    private static @Nullable String text(MultipartHttpServletRequest parts, String name)
            throws IOException {
        MultipartFile file = parts.getFile(name);
        if (file != null && file.getSize() > LARGEST_TEXT) {
            throw new IllegalArgumentException(
                    "%s: a text of at most %d bytes, not %d"
                            .formatted(name, LARGEST_TEXT, file.getSize()));
        }
        String text =
                file == null
                        ? parts.getParameter(name)
                        : new String(file.getBytes(), StandardCharsets.UTF_8);
        return text == null || text.isBlank() ? null : text;
    }

    private static ResponseEntity<?> missing(String part) {
        return problem(
                new Problem(
                        "urn:chengnuo:problem:missing-value",
                        "A value is missing",
                        "缺少参数",
                        400,
                        "the part %s is missing; %s".formatted(part, PARTS),
                        null,
                        part,
                        null));
    }

    private static ResponseEntity<?> problem(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case MISSING_ZONE, ZONE_CONTRADICTS, BAD_ZONE -> "zone";
            case EMPTY, TOO_LARGE -> "file";
            default -> "mapping";
        };
    }

    private static String word(Reason reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static int between(int low, int value, int high) {
        return Math.clamp(value, low, high);
    }
}
