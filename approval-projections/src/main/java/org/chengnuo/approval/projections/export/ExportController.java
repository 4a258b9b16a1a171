package org.chengnuo.approval.projections.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.export.FactExports.FactsCopied;
import org.chengnuo.approval.projections.export.FactExports.FileFormat;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.problem.Problem;
import org.chengnuo.approval.projections.problem.ProblemFound;
import org.chengnuo.approval.projections.statistics.QuestionParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
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
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
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
    private final FactExports facts;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    ExportController(Exports exports, FactExports facts) {
        this.exports = exports;
        this.facts = facts;
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
        takeTurn();
        try (Export export = exports.begin(selection)) {
            write(export, as, response);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        if (!turns.tryAcquire()) {
            throw new ProblemFound(
                    Problem.of(
                            429,
                            "exports-under-way",
                            "Other exports are under way",
                            "其他导出正在进行",
                            "at most %d at once; try again".formatted(AT_ONCE)));
        }
    }

    @Operation(
            summary =
                    "The facts that the figures are computed from, as CSV or Parquet: filings,"
                        + " stops, projects, parcels, obligations and acts. Times are UTC,"
                        + " durations milliseconds; no names. The header Chengnuo-As-Of says the"
                        + " position; with it as asOf, the same comes again",
            description = "Of the question only the filters and asOf count.")
    @GetMapping("/{table:filings|stops|projects|parcels|obligations|acts}.{format:csv|parquet}")
    void facts(
            @PathVariable String table,
            @PathVariable String format,
            @ParameterObject QuestionParameters question,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        FileFormat as = FileFormat.valueOf(format.toUpperCase(Locale.ROOT));
        takeTurn();
        try (FactsCopied copied =
                facts.copy(
                        FactTable.valueOf(table.toUpperCase(Locale.ROOT)),
                        as,
                        question.filter(),
                        question.knownAsOf())) {
            Position position = copied.position();
            head(
                    response,
                    as.mediaType(),
                    "%s-%d-%d.%s"
                            .formatted(table, position.transaction(), position.index(), format),
                    position);
            response.setContentLengthLong(Files.size(copied.file()));
            Files.copy(copied.file(), response.getOutputStream());
        } finally {
            turns.release();
        }
    }

    private static void write(Export export, Format format, HttpServletResponse response)
            throws IOException {
        head(response, format.mediaType(), export.fileName(format), export.upTo());
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

    private static void head(
            HttpServletResponse response, String mediaType, String fileName, Position position) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        response.setHeader(AS_OF, position.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
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
