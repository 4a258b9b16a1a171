package org.chengnuo.approval.api.project;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.Circumstances;
import org.chengnuo.approval.api.journal.HistoryLine;
import org.chengnuo.approval.api.journal.Journal;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.projections.problem.MissingLine;
import org.chengnuo.approval.projections.problem.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** What is on record of a project, read from the journal: never behind, never from a copy. */
@RestController
@RequestMapping("/api/v1/projects/{id}")
@Tag(name = "Projects 项目")
class ProjectRecordController {

    private final Journal journal;
    private final Circumstances circumstances;

    ProjectRecordController(Journal journal, Circumstances circumstances) {
        this.journal = journal;
        this.circumstances = circumstances;
    }

    /**
     * @param missing everything that the start of construction still needs; empty where nothing is
     *     in the way of the clearance
     * @param version of the project, for {@code If-Match}
     */
    record Clearance(ProjectId project, List<MissingLine> missing, long version) {}

    @Operation(summary = "A project, as the journal has it now 项目全貌")
    @GetMapping
    ResponseEntity<ProjectView> project(@PathVariable ProjectId id) {
        List<Journal.Entry> story = story(id);
        return ResponseEntity.ok()
                .eTag("\"" + story.getLast().version() + "\"")
                .body(ProjectView.of(story));
    }

    @Operation(
            summary =
                    "Every event of a project: when it happened, when it was recorded, by whom"
                            + " 项目全过程")
    @GetMapping("/history")
    List<HistoryLine> history(@PathVariable ProjectId id) {
        return story(id).stream().map(HistoryLine::of).toList();
    }

    @Operation(summary = "Everything that is missing for the start of construction 开工条件")
    @GetMapping("/clearance")
    Clearance clearance(@PathVariable ProjectId id) {
        List<Journal.Entry> story = story(id);
        return new Clearance(
                id,
                Journal.project(story).missingForStart(circumstances).stream()
                        .map(MissingLine::of)
                        .toList(),
                story.getLast().version());
    }

    @Operation(summary = "An entrustment of an agent, by its number 委托")
    @GetMapping("/entrustments/{entrustment}")
    ProjectView.Entrustment entrustment(@PathVariable ProjectId id, @PathVariable int entrustment) {
        return ProjectView.of(story(id)).entrustments().stream()
                .filter(one -> one.entrustment() == entrustment)
                .findFirst()
                .orElseThrow(
                        () ->
                                new NotFound(
                                        "entrustment %d of project %s".formatted(entrustment, id)));
    }

    private List<Journal.Entry> story(ProjectId id) {
        List<Journal.Entry> story = journal.story(id);
        if (story.isEmpty()) {
            throw new NotFound("project " + id);
        }
        return story;
    }
}
