package org.chengnuo.approval.projections.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Gives each request the id by which its lines in the log, its events in the journal and its answer
 * belong together: the caller's, if it sends one, or a new one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Correlation extends OncePerRequestFilter {

    private static final String HEADER = "X-Correlation-Id";

    private static final String KEY = "correlation";

    /**
     * A UUID or the id of a trace, and nothing else: what callers send goes into the log and, for
     * ever, into the journal, where no telephone number may come.
     */
    private static final Pattern WELL_FORMED =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}");

    /** That of the request under way, or a new one where there is none. */
    public static String current() {
        return Objects.requireNonNullElseGet(MDC.get(KEY), Correlation::made);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = wellFormed(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    private static String wellFormed(@Nullable String sent) {
        return sent != null && WELL_FORMED.matcher(sent).matches() ? sent : made();
    }

    private static String made() {
        return UUID.randomUUID().toString();
    }
}
