package org.chengnuo.approval.api.office;

import org.chengnuo.approval.api.journal.StaleVersion;
import org.chengnuo.approval.projections.problem.Problem;
import org.chengnuo.approval.projections.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with acts alone: the version that they name, and the key. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ActProblems {

    private final Problems problems;

    ActProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(StaleVersion e) {
        return problems.answer(
                new Problem(
                        "urn:chengnuo:problem:stale-version",
                        "It has gone on since you looked at it",
                        "内容已有更新",
                        412,
                        e.getMessage(),
                        null,
                        "If-Match",
                        null));
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(KeyReused e) {
        return problems.answer(
                new Problem(
                        "urn:chengnuo:problem:idempotency-key-reused",
                        "The key was used for another request",
                        "幂等键已用于其他请求",
                        409,
                        e.getMessage(),
                        null,
                        "Idempotency-Key",
                        null));
    }
}
