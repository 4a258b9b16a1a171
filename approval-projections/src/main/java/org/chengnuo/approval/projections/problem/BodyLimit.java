package org.chengnuo.approval.projections.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/**
 * No body larger than 1 MB, but for imports and attachments: told at once where the length is
 * announced.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

    private static final long LIMIT = 1_000_000;

    private static final String ATTACHMENTS = "/api/v1/attachments";

    private final JsonMapper json;
    private final long attachment;

    /** What is around an attachment in the body is small. */
    BodyLimit(JsonMapper json, ChengnuoSettings settings) {
        this.json = json;
        this.attachment = settings.evidence().maxSize().toBytes() + LIMIT;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1/imports");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isAttachment = request.getRequestURI().startsWith(ATTACHMENTS);
        long limit = isAttachment ? attachment : LIMIT;
        if (request.getContentLengthLong() > limit) {
            refuse(
                    response,
                    Problem.of(
                            413,
                            "too-large",
                            "The body is too large",
                            "请求体过大",
                            "a body has at most %d bytes".formatted(limit)));
        } else if (isAttachment && request.getHeader("Transfer-Encoding") != null) {
            // The server puts the parts on disk before anybody here can count them.
            refuse(
                    response,
                    Problem.of(
                            411,
                            "length-required",
                            "The length of the body must be announced",
                            "请求须声明 Content-Length",
                            "send Content-Length instead of Transfer-Encoding"));
        } else {
            chain.doFilter(isAttachment ? request : new Limited(request), response);
        }
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Connection", "close");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream in = super.getInputStream();
            return new ServletInputStream() {
                private long read;

                @Override
                public int read() throws IOException {
                    int b = in.read();
                    count(b < 0 ? 0 : 1);
                    return b;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int n = in.read(bytes, offset, length);
                    count(Math.max(n, 0));
                    return n;
                }

                private void count(int n) throws TooLarge {
                    read += n;
                    if (read > LIMIT) {
                        throw new TooLarge(LIMIT);
                    }
                }

                @Override
                public boolean isFinished() {
                    return in.isFinished();
                }

                @Override
                public boolean isReady() {
                    return in.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    in.setReadListener(listener);
                }
            };
        }
    }
}
