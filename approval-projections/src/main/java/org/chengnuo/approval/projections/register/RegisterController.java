package org.chengnuo.approval.projections.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.filing.FilingState;
import org.chengnuo.approval.project.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of the register; a moment behind the journal, from which a single one is read. */
@RestController
@RequestMapping("/api/v1")
class RegisterController {

    private final Registered registered;

    RegisterController(Registered registered) {
        this.registered = registered;
    }

    @Operation(summary = "The projects, the latest first; from is where the page before says next")
    @Tag(name = "Projects 项目")
    @GetMapping("/projects")
    Page<ProjectRow> projects(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "50") int limit) {
        return registered.projects(new ProjectFilter(zone, importId, text), from, limit);
    }

    @Operation(summary = "The filings, the latest first; from is where the page before says next")
    @Tag(name = "Filings 办件")
    @GetMapping("/filings")
    Page<FilingRow> filings(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String center,
            @RequestParam(required = false) @Nullable FilingState state,
            @RequestParam(required = false) @Nullable ProjectId project,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "50") int limit) {
        return registered.filings(
                new FilingFilter(zone, item, center, state, project, importId, caseId),
                from,
                limit);
    }
}
