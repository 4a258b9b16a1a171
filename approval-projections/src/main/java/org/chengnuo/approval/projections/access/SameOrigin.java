package org.chengnuo.approval.projections.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.chengnuo.approval.projections.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/**
 * Refuses what a page of another site makes a browser send: the browser would add the user's
 * password by itself, and says in {@code Sec-Fetch-Site} where the request comes from.
 */
final class SameOrigin extends OncePerRequestFilter {

    private final JsonMapper json;

    SameOrigin(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads || site == null || site.equals("same-origin") || site.equals("none");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(403);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(
                        json.writeValueAsBytes(
                                Problem.of(
                                        403,
                                        "other-origin",
                                        "A page of another site may not act here",
                                        "不允许来自其他网站的操作",
                                        null)));
    }
}
