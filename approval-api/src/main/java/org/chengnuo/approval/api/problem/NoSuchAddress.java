package org.chengnuo.approval.api.problem;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * An address of the API that does not exist is a problem too; one of a page is the page's to tell.
 */
@RestControllerAdvice
class NoSuchAddress {

    @ExceptionHandler
    ResponseEntity<Problem> of(NoResourceFoundException e, HttpServletRequest request)
            throws NoResourceFoundException {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw e;
        }
        return ResponseEntity.status(404)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problem.of(
                                404,
                                "not-found",
                                "There is no such address",
                                "地址不存在",
                                request.getMethod() + " " + request.getRequestURI()));
    }
}
