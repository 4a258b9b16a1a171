package org.chengnuo.approval.api.exports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.chengnuo.approval.api.problem.NotFound;
import org.chengnuo.approval.api.problem.Problem;
import org.chengnuo.approval.api.problem.ProblemFound;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.export.Export;
import org.chengnuo.approval.projections.export.Exports;
import org.chengnuo.approval.projections.export.Format;
import org.chengnuo.approval.projections.export.Selection;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Exports 数据导出")
@ConditionalOnWebApplication
class ExportController {

    /** The position that gives the same again. */
    static final String AS_OF = "Chengnuo-As-Of";

    /** Each holds a connection to the journal while it lasts. */
    private static final int AT_ONCE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    private final Exports exports;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @Operation(
            summary =
                    "The events of the journal as they are written: XES has a trace for each"
                        + " filing, OCEL has projects with all that belongs to them. No names, no"
                        + " reasons, no papers. The header Chengnuo-As-Of says the position; with"
                        + " it as asOf, the same comes again, for ever")
    @GetMapping("/events.{format}")
    void events(
            @Parameter(description = "xes, xes.gz, ocel.json or ocel.sqlite") @PathVariable
                    String format,
            @RequestParam(required = false) @Nullable String zone,
            @Parameter(description = "the id of an import")
                    @RequestParam(name = "import", required = false)
                    @Nullable String importId,
            @RequestParam(required = false) @Nullable String project,
            @Parameter(
                            description =
                                    "of what began at this moment or later: filings in XES,"
                                            + " projects in OCEL")
                    @RequestParam(required = false)
                    @Nullable Instant from,
            @Parameter(description = "of what began before this moment")
                    @RequestParam(required = false)
                    @Nullable Instant to,
            @Parameter(description = "only events up to this position, transaction:index")
                    @RequestParam(required = false)
                    @Nullable String asOf,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Format as =
                Arrays.stream(Format.values())
                        .filter(one -> one.word().equals(format))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("export events." + format));
        var selection =
                new Selection(
                        new StoryChoice(
                                zone == null ? null : new ZoneCode(zone).value(),
                                importId,
                                project == null ? null : ProjectId.of(project).toString()),
                        from,
                        to,
                        asOf == null ? null : Position.of(asOf));
        if (!turns.tryAcquire()) {
            throw new ProblemFound(
                    Problem.of(
                            429,
                            "exports-under-way",
                            "Other exports are under way",
                            "其他导出正在进行",
                            "at most %d at once; try again".formatted(AT_ONCE)));
        }
        try (Export export = exports.begin(selection)) {
            write(export, as, response);
        } finally {
            turns.release();
        }
    }

    private static void write(Export export, Format format, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(export.fileName(format))
                        .build()
                        .toString());
        response.setHeader(AS_OF, export.upTo().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            export.write(format, response.getOutputStream());
        } catch (RuntimeException fault) {
            if (response.isCommitted()) {
                LOG.error("an export broke off", fault);
                throw new BrokenOff(fault);
            }
            response.reset();
            throw fault;
        }
    }

    @Operation(summary = "What the attributes of our own in XES mean, as an extension of XES")
    @GetMapping(path = "/chengnuo.xesext", produces = "application/xml")
    Resource extension() {
        return new ClassPathResource("chengnuo.xesext", Exports.class);
    }

    /** What has begun to go out cannot become a problem document: the connection is broken off. */
    private static final class BrokenOff extends RuntimeException {

        BrokenOff(RuntimeException cause) {
            super(cause);
        }
    }

    @ExceptionHandler
    void isNoProblem(BrokenOff e) {
        throw e;
    }
}
