package org.chengnuo.approval.api.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.supervision.SupervisionEvent.InspectionRecorded;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What is on record of the supervision of a project, read from the journal. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
@Tag(name = "Supervision 监管")
class SupervisionRecordController {

    private final Journal journal;

    SupervisionRecordController(Journal journal) {
        this.journal = journal;
    }

    @Operation(
            summary = "The supervision of a project: inspections, orders, breaches, proposals 监管全貌")
    @GetMapping("/supervision")
    ResponseEntity<SupervisionView> supervision(@PathVariable ProjectId id) {
        List<Journal.Entry> story = story(id);
        return ResponseEntity.ok()
                .eTag("\"" + story.getLast().version() + "\"")
                .body(SupervisionView.of(story));
    }

    @Operation(summary = "An inspection, by its number 监督检查")
    @GetMapping("/inspections/{inspection}")
    InspectionRecorded inspection(@PathVariable ProjectId id, @PathVariable int inspection) {
        return numbered(SupervisionView.of(story(id)).inspections(), inspection, "inspection", id);
    }

    @Operation(summary = "A rectification order, by its number 责令整改")
    @GetMapping("/rectification-orders/{order}")
    SupervisionView.Order order(@PathVariable ProjectId id, @PathVariable int order) {
        return numbered(SupervisionView.of(story(id)).orders(), order, "rectification order", id);
    }

    @Operation(summary = "A finding of a breach, by its number 违诺认定")
    @GetMapping("/breaches/{breach}")
    SupervisionView.Breach breach(@PathVariable ProjectId id, @PathVariable int breach) {
        return numbered(SupervisionView.of(story(id)).breaches(), breach, "breach", id);
    }

    @Operation(summary = "A credit proposal, by its number 失信惩戒建议")
    @GetMapping("/credit-proposals/{proposal}")
    SupervisionView.Proposal proposal(@PathVariable ProjectId id, @PathVariable int proposal) {
        return numbered(SupervisionView.of(story(id)).proposals(), proposal, "credit proposal", id);
    }

    private static <T> T numbered(List<T> all, int number, String what, ProjectId id) {
        if (number < 1 || number > all.size()) {
            throw new NotFound("%s %d of project %s".formatted(what, number, id));
        }
        return all.get(number - 1);
    }

    private List<Journal.Entry> story(ProjectId id) {
        List<Journal.Entry> story = journal.story(id);
        if (story.isEmpty()) {
            throw new NotFound("project " + id);
        }
        return story;
    }
}
