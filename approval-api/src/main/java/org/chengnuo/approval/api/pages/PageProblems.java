package org.chengnuo.approval.api.pages;

import jakarta.servlet.http.HttpServletResponse;

import org.chengnuo.approval.projections.problem.NotFound;
import org.chengnuo.approval.projections.reviewtimes.StatisticsUnavailable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/** What goes wrong with a page is told by a page; of the API, problem details tell it. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

    @ExceptionHandler
    ModelAndView of(NotFound e) {
        return page(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ModelAndView of(IllegalArgumentException e) {
        return page(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ModelAndView of(MethodArgumentTypeMismatchException e) {
        return page(HttpStatus.BAD_REQUEST, e.getName() + ": " + e.getValue());
    }

    /** The parameters of a question. */
    @ExceptionHandler
    ModelAndView of(BindException e) {
        var error = e.getFieldError();
        return page(
                HttpStatus.BAD_REQUEST,
                error == null ? "" : error.getField() + ": " + error.getRejectedValue());
    }

    @ExceptionHandler
    ModelAndView of(StatisticsUnavailable e, HttpServletResponse response) {
        // Right after a start: the browser looks again by itself.
        response.setHeader("Refresh", "2");
        return page(HttpStatus.SERVICE_UNAVAILABLE, "");
    }

    private static ModelAndView page(HttpStatus status, String detail) {
        return new ModelAndView(
                "error", Map.of("status", status.value(), "detail", detail), status);
    }
}
