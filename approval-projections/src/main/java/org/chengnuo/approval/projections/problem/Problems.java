package org.chengnuo.approval.projections.problem;

import org.chengnuo.approval.projections.intake.StoreFailure;
import org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.time.DateTimeException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns whatever goes wrong in a request into a problem that says what, where, and what is right.
 */
@RestControllerAdvice(annotations = RestController.class)
// Leaves room for who knows one thing better: this takes whatever is left.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Refused refused;

    Problems(Refused refused) {
        this.refused = refused;
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(NotFound e) {
        return answer(404, "not-found", "There is no such thing", "不存在", e.getMessage(), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(ProblemFound e) {
        if (e.problem().status() >= 500) {
            LOG.error("a request found a problem: {}", e.getMessage(), e.getCause());
        }
        return answer(e.problem());
    }

    /** A value that is not what it says it is, found by the domain. */
    @ExceptionHandler
    ResponseEntity<Problem> of(IllegalArgumentException e) {
        return answer(400, "bad-value", "A value is not right", "取值不正确", e.getMessage(), null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(MethodArgumentTypeMismatchException e) {
        Throwable root = root(e);
        return answer(
                400,
                "bad-value",
                "A value is not right",
                "取值不正确",
                "%s: %s".formatted(e.getName(), root.getMessage()),
                e.getName());
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(MissingServletRequestParameterException e) {
        return answer(
                400,
                "missing-value",
                "A value is missing",
                "缺少参数",
                e.getParameterName() + " is missing",
                e.getParameterName());
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(MethodArgumentNotValidException e) {
        String fields =
                e.getFieldErrors().stream()
                        .map(error -> error.getField() + " " + error.getDefaultMessage())
                        .sorted()
                        .collect(Collectors.joining("; "));
        return answer(
                422,
                "missing-value",
                "A value is missing or not right",
                "缺少字段或取值不正确",
                fields,
                e.getFieldErrors().isEmpty() ? null : e.getFieldErrors().getFirst().getField());
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLarge tooLarge) {
                return answer(
                        413,
                        "too-large",
                        "The body is too large",
                        "请求体过大",
                        tooLarge.getMessage(),
                        null);
            }
        }
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    answer(
                            400,
                            "unknown-field",
                            "There is no such field",
                            "未知字段",
                            "there is no field %s; there are %s"
                                    .formatted(path(unknown), known(unknown)),
                            path(unknown));
            case DatabindException wrong -> {
                Throwable root = root(wrong);
                yield answer(
                        400,
                        "bad-value",
                        "A value is not right",
                        "取值不正确",
                        "%s: %s"
                                .formatted(
                                        path(wrong),
                                        root instanceof JacksonException json
                                                ? json.getOriginalMessage()
                                                : root.getMessage()),
                        path(wrong));
            }
            case StreamReadException broken ->
                    answer(
                            400,
                            "broken-json",
                            "The body is not JSON",
                            "请求体不是有效的 JSON",
                            "line %d, column %d: %s"
                                    .formatted(
                                            broken.getLocation().getLineNr(),
                                            broken.getLocation().getColumnNr(),
                                            broken.getOriginalMessage()),
                            null);
            case null, default ->
                    answer(
                            400,
                            "missing-body",
                            "The body is missing or cannot be read",
                            "缺少请求体或无法读取",
                            null,
                            null);
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(DateTimeException e) {
        return answer(400, "bad-value", "A value is not right", "取值不正确", e.getMessage(), null);
    }

    @ExceptionHandler({StatisticsUnavailable.class, StoreFailure.class})
    ResponseEntity<Problem> figuresNotReady(RuntimeException e) {
        LOG.warn("the figures are not ready: {}", e.getMessage());
        return answer(
                503, "not-now", "The figures are not ready yet", "统计数据尚未就绪，请稍后再试", null, null);
    }

    /** A value that no column can hold, as a text with a NUL in it. */
    @ExceptionHandler
    ResponseEntity<Problem> of(DataIntegrityViolationException e) {
        LOG.warn("the database refused a value of a request: {}", e.getClass().getSimpleName());
        return answer(400, "bad-value", "A value is not right", "取值不正确", null, null);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Problem> of(RuntimeException e) {
        LOG.error("the database did not answer a request as it should", e);
        return answer(
                503,
                "not-now",
                "The database does not answer; nothing was recorded unless a retry says so",
                "数据库暂不可用，请重试",
                "try again, with the same Idempotency-Key",
                null);
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(Exception e) {
        if (e instanceof ErrorResponse response) {
            HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
            return answer(
                    status.value(),
                    status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                    status.getReasonPhrase(),
                    "请求无法处理",
                    response.getBody().getDetail(),
                    null);
        }
        LOG.error("a request failed", e);
        return answer(500, "fault", "A fault of the program", "程序故障", null, null);
    }

    private ResponseEntity<Problem> answer(
            int status,
            String kind,
            String title,
            String titleZh,
            @Nullable String detail,
            @Nullable String field) {
        return answer(
                new Problem(
                        "urn:chengnuo:problem:" + kind,
                        title,
                        titleZh,
                        status,
                        detail,
                        null,
                        field,
                        null));
    }

    /** Answers the problem, and counts it. */
    public ResponseEntity<Problem> answer(Problem problem) {
        refused.count(problem);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(
                        at ->
                                at.getPropertyName() == null
                                        ? "[" + at.getIndex() + "]"
                                        : at.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static List<String> known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds() == null
                ? List.of()
                : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
