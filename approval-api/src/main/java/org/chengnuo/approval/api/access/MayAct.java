package org.chengnuo.approval.api.access;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.chengnuo.approval.projections.access.AccessList;
import org.chengnuo.approval.projections.access.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** One table: which role may do which act, and see which page. */
@Component
@ConditionalOnWebApplication
class MayAct implements AccessList {

    @Override
    public void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    may) {
        may.requestMatchers("/api/v1/imports/**", "/imports/**")
                .hasAnyRole(Role.ADMIN.name(), Role.ANALYST.name());
        // As are the questions that these pages ask.
        may.requestMatchers("/exports").hasRole(Role.ANALYST.name());
        may.requestMatchers("/conduct")
                .hasAnyRole(Role.SUPERVISOR.name(), Role.ANALYST.name(), Role.ADMIN.name());
        // What an enterprise does, its agent may do where it is entrusted with it; and
        // what comes on paper is entered at the window.
        may.requestMatchers(POST, "/api/v1/projects")
                .hasAnyRole(Role.ENTERPRISE.name(), Role.CLERK.name());
        may.requestMatchers(
                        POST,
                        "/api/v1/projects/*/entrustments",
                        "/api/v1/projects/*/entrustments/*/end",
                        "/api/v1/projects/*/withdrawal")
                .hasAnyRole(Role.ENTERPRISE.name(), Role.CLERK.name());
        may.requestMatchers(
                        POST,
                        "/api/v1/projects/*/filings",
                        "/api/v1/filings/*/correction-answer",
                        "/api/v1/filings/*/withdrawal",
                        "/api/v1/commitments/*/letter",
                        "/api/v1/commitments/*/withdrawal",
                        "/api/v1/projects/*/construction/start",
                        "/api/v1/projects/*/construction/milestones",
                        "/api/v1/projects/*/construction/completion",
                        "/api/v1/projects/*/construction/production",
                        "/api/v1/projects/*/credit-proposals/*/objection")
                .hasAnyRole(Role.ENTERPRISE.name(), Role.AGENT.name(), Role.CLERK.name());
        may.requestMatchers(
                        POST,
                        "/api/v1/projects/*/code",
                        "/api/v1/projects/*/eligibility",
                        "/api/v1/projects/*/edition",
                        "/api/v1/projects/*/ruled-out-items/**",
                        "/api/v1/projects/*/parcels/**",
                        "/api/v1/projects/*/construction/clearance",
                        "/api/v1/projects/*/commitments",
                        "/api/v1/commitments/*/pre-check",
                        "/api/v1/commitments/*/decline",
                        "/api/v1/commitments/*/objections/*/decision")
                .hasAnyRole(Role.CLERK.name());
        // An objection to a commitment is open to everybody.
        may.requestMatchers(POST, "/api/v1/commitments/*/objections").authenticated();
        may.requestMatchers(
                        POST,
                        "/api/v1/projects/*/construction/acceptance",
                        "/api/v1/projects/*/construction/acceptance-refusal")
                .hasAnyRole(Role.CLERK.name(), Role.REVIEWER.name());
        // Whoever supervises is not who approves 审管分离.
        may.requestMatchers(
                        POST,
                        "/api/v1/commitments/*/measurements",
                        "/api/v1/projects/*/inspections",
                        "/api/v1/projects/*/rectification-orders/**",
                        "/api/v1/projects/*/breaches",
                        "/api/v1/projects/*/breaches/*/closing",
                        "/api/v1/projects/*/credit-proposals",
                        "/api/v1/projects/*/credit-proposals/*/objection-decision",
                        "/api/v1/projects/*/credit-proposals/*/repair")
                .hasAnyRole(Role.SUPERVISOR.name());
        may.requestMatchers(POST, "/api/v1/projects/*/termination").hasAnyRole(Role.ADMIN.name());
        may.requestMatchers(
                        POST,
                        "/api/v1/filings/*/correction-request",
                        "/api/v1/filings/*/acceptance",
                        "/api/v1/filings/*/acceptance-refusal",
                        "/api/v1/filings/*/record",
                        "/api/v1/filings/*/delivery")
                .hasAnyRole(Role.CLERK.name());
        // Who files has the law's acceptance established as well as who supervises.
        may.requestMatchers(POST, "/api/v1/filings/*/deemed-acceptance")
                .hasAnyRole(Role.ENTERPRISE.name(), Role.CLERK.name(), Role.SUPERVISOR.name());
        may.requestMatchers(
                        POST,
                        "/api/v1/filings/*/special-procedures/**",
                        "/api/v1/filings/*/extension",
                        "/api/v1/filings/*/decision",
                        "/api/v1/filings/*/revocation")
                .hasAnyRole(Role.REVIEWER.name());
        may.requestMatchers(POST, "/api/v1/filings/*/work-steps")
                .hasAnyRole(Role.CLERK.name(), Role.REVIEWER.name());
        may.requestMatchers(POST, "/api/v1/attachments")
                .hasAnyRole(
                        Role.ENTERPRISE.name(),
                        Role.AGENT.name(),
                        Role.CLERK.name(),
                        Role.REVIEWER.name(),
                        Role.SUPERVISOR.name(),
                        Role.ADMIN.name());
        // They may tell of persons: not even the demonstration shows them to all.
        may.requestMatchers(GET, "/api/v1/attachments/**").authenticated();
        may.requestMatchers(HEAD, "/api/v1/attachments/**").authenticated();
        may.requestMatchers(POST, "/api/v1/policies/**", "/api/v1/calendars/**")
                .hasAnyRole(Role.ADMIN.name());
        may.requestMatchers(PUT, "/api/v1/policies/drafts/*").hasAnyRole(Role.ADMIN.name());
        may.requestMatchers(DELETE, "/api/v1/policies/drafts/*").hasAnyRole(Role.ADMIN.name());
        may.requestMatchers("/certificates/publication")
                .hasAnyRole(Role.ANALYST.name(), Role.ADMIN.name());
        may.requestMatchers(POST, "/api/v1/assessments/*/publication")
                .hasAnyRole(Role.ADMIN.name());
        may.requestMatchers(POST, "/api/v1/assessments/*/self-scores")
                .hasAnyRole(Role.CLERK.name());
        may.requestMatchers(POST, "/api/v1/assessments/*/verified-scores")
                .hasAnyRole(Role.ANALYST.name());
        // Whoever is shown a letter or a published figure may check it.
        may.requestMatchers(
                        GET,
                        "/letters/*",
                        "/certificates",
                        "/certificates/*",
                        "/pages/**",
                        "/webjars/**")
                .permitAll();
    }
}
