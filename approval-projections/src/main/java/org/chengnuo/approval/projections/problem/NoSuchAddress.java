package org.chengnuo.approval.projections.problem;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * An address of the API that does not exist, or not for this, is a problem too; one of a page is
 * the page's to tell.
 */
@RestControllerAdvice
class NoSuchAddress {

    @ExceptionHandler
    ResponseEntity<Problem> of(NoResourceFoundException e, HttpServletRequest request)
            throws NoResourceFoundException {
        if (isAPages(request)) {
            throw e;
        }
        return answer(404, "not-found", "There is no such address", "地址不存在", e, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> of(HttpRequestMethodNotSupportedException e, HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        if (isAPages(request)) {
            throw e;
        }
        return answer(
                405,
                "method-not-allowed",
                "This cannot be done at this address",
                "此地址不支持该操作",
                e,
                request);
    }

    private static boolean isAPages(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    /**
     * @param e has what else the answer's head tells, as the methods that there are
     */
    private static ResponseEntity<Problem> answer(
            int status,
            String kind,
            String title,
            String titleZh,
            ErrorResponse e,
            HttpServletRequest request) {
        return ResponseEntity.status(status)
                .headers(e.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problem.of(
                                status,
                                kind,
                                title,
                                titleZh,
                                request.getMethod() + " " + request.getRequestURI()));
    }
}
