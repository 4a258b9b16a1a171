package org.chengnuo.approval.projections.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.ParkedEvent;
import org.chengnuo.approval.projections.intake.ProjectionStatus;
import org.chengnuo.approval.projections.intake.RebuildRunning;
import org.chengnuo.approval.projections.intake.UnknownProjection;
import org.chengnuo.approval.projections.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
@RequestMapping("/api/v1/projections")
@Tag(name = "Read models 读模型")
class ProjectionsController {

    private final Intake intake;

    ProjectionsController(Intake intake) {
        this.intake = intake;
    }

    @Operation(summary = "The read models: position, lag, parked events, rebuild")
    @GetMapping
    List<ProjectionStatus> projections() {
        return intake.status();
    }

    @Operation(summary = "One read model")
    @GetMapping("/{name}")
    ProjectionStatus projection(@PathVariable String name) {
        return intake.status(name);
    }

    @Operation(summary = "The events that a read model could not take in, with the cause of each")
    @GetMapping("/{name}/parked")
    List<ParkedEvent> parked(
            @PathVariable String name, @RequestParam(defaultValue = "100") int limit) {
        return intake.parked(name, limit);
    }

    @Operation(summary = "Build a read model anew from the journal, beside the one in use")
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ProjectionStatus> rebuild(@PathVariable String name) {
        intake.rebuild(name);
        return ResponseEntity.accepted()
                .header("Location", "/api/v1/projections/" + name)
                .body(intake.status(name));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(RebuildRunning e) {
        return ResponseEntity.status(409)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problem.of(
                                409,
                                "rebuild-running",
                                "The read model is being rebuilt already",
                                "该读模型正在重建",
                                e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(UnknownProjection e) {
        return ResponseEntity.status(404)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problem.of(
                                404, "not-found", "There is no such thing", "不存在", e.getMessage()));
    }
}
