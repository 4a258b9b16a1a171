package org.chengnuo.approval.projections.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.projections.operation.StartRefused;
import org.chengnuo.approval.projections.problem.Problem;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;

import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may log in, and who may ask for what; what more may be done, an {@link AccessList} says. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccessConfiguration {

    /** Everything comes from here; charts place their texts by style attributes. */
    private static final String CONTENT =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityFilterChain access(
            HttpSecurity http,
            Environment environment,
            JsonMapper json,
            ObjectProvider<AccessList> acts) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        http.authorizeHttpRequests(
                may -> {
                    acts.orderedStream().forEach(list -> list.add(may));
                    // Figures are for everybody; all that they come from, for who analyses it.
                    may.requestMatchers("/api/v1/exports/**").hasRole(Role.ANALYST.name());
                    // It names centers, whose innocence has not been looked at: not even the
                    // demonstration shows it to all.
                    may.requestMatchers(
                                    "/api/v1/statistics/conduct",
                                    "/api/v1/statistics/conduct/findings")
                            .hasAnyRole(
                                    Role.SUPERVISOR.name(), Role.ANALYST.name(), Role.ADMIN.name());
                    may.requestMatchers(POST, "/api/v1/statistics/certificates")
                            .hasAnyRole(Role.ANALYST.name(), Role.ADMIN.name());
                    may.requestMatchers(POST, "/api/v1/projections/*/rebuild")
                            .hasAnyRole(Role.ADMIN.name());
                    // Whoever is shown a published figure may check it.
                    may.requestMatchers(GET, "/api/v1/statistics/certificates/**").permitAll();
                    // What they tell is no secret: names, states, and how far behind each is.
                    may.requestMatchers(GET, "/actuator/health", "/actuator/health/**").permitAll();
                    may.requestMatchers(onTheManagementPort(environment)).permitAll();
                    may.requestMatchers(GET, "/actuator/prometheus").hasRole(Role.ADMIN.name());
                    may.requestMatchers("/actuator/**").denyAll();
                    if (demo) {
                        may.requestMatchers(GET, "/**").permitAll();
                        may.requestMatchers(HEAD, "/**").permitAll();
                    }
                    may.requestMatchers(GET, "/**").authenticated();
                    may.requestMatchers(HEAD, "/**").authenticated();
                    may.requestMatchers("/error").permitAll();
                    // An act that is in no list is nobody's. Where there are no acts at all,
                    // whoever is logged in is told that.
                    if (acts.stream().findAny().isPresent()) {
                        may.anyRequest().denyAll();
                    } else {
                        may.anyRequest().authenticated();
                    }
                });
        http.httpBasic(
                basic ->
                        basic.authenticationEntryPoint(
                                (request, response, _) -> {
                                    response.setHeader(
                                            "WWW-Authenticate", "Basic realm=\"Chengnuo\"");
                                    write(
                                            response,
                                            json,
                                            Problem.of(
                                                    401,
                                                    "login-needed",
                                                    "This needs a user and a password",
                                                    "需要登录",
                                                    null));
                                }));
        http.exceptionHandling(
                problems ->
                        problems.accessDeniedHandler(
                                (request, response, _) ->
                                        write(
                                                response,
                                                json,
                                                Problem.of(
                                                        403,
                                                        "not-yours-to-do",
                                                        "Your role may not do this",
                                                        "您的角色无权进行此操作",
                                                        request.getMethod()
                                                                + " "
                                                                + request.getRequestURI()))));
        http.sessionManagement(
                session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.headers(
                headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                                .referrerPolicy(
                                        policy ->
                                                policy.policy(
                                                        ReferrerPolicyHeaderWriter.ReferrerPolicy
                                                                .SAME_ORIGIN)));
        // No cookie says who you are, and SameOrigin refuses what another site makes a browser
        // send.
        http.csrf(csrf -> csrf.disable());
        http.addFilterBefore(
                new SameOrigin(json),
                org.springframework.security.web.access.intercept.AuthorizationFilter.class);
        return http.build();
    }

    /** A port of its own, which is nobody's who is not meant to look: see deploy/operation.md. */
    private static RequestMatcher onTheManagementPort(Environment environment) {
        return request -> {
            Integer port = environment.getProperty("local.management.port", Integer.class);
            return port != null
                    && port == request.getLocalPort()
                    && !port.equals(environment.getProperty("local.server.port", Integer.class));
        };
    }

    private static void write(
            jakarta.servlet.http.HttpServletResponse response, JsonMapper json, Problem problem)
            throws java.io.IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(Environment environment, ChengnuoSettings settings) {
        Map<String, OfficeUser> byName = byName(environment, settings);
        return name -> {
            OfficeUser user = byName.get(name);
            if (user == null) {
                throw new UsernameNotFoundException("no such user");
            }
            // A copy, because Spring Security erases the password of what it has checked.
            return user.copy();
        };
    }

    /**
     * @throws StartRefused if nobody could log in, or a user is not described as it must be
     */
    static Map<String, OfficeUser> byName(Environment environment, ChengnuoSettings settings) {
        Map<String, OfficeUser> byName = new LinkedHashMap<>();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            for (Role role : Role.values()) {
                byName.put(demoName(role), demoUser(role));
            }
        }
        for (ChengnuoSettings.User user : settings.users()) {
            OfficeUser configured = officeUser(user);
            if (byName.put(configured.getUsername(), configured) != null) {
                throw new StartRefused(
                        "chengnuo.users names «%s» twice".formatted(configured.getUsername()));
            }
        }
        if (byName.isEmpty()) {
            throw new StartRefused(
                    "there are no users: set chengnuo.users[0].name, .password-hash"
                            + " (as in {bcrypt}$2a$10$…) and .roles (of %s), or start with the profile demo"
                                    .formatted(List.of(Role.values())));
        }
        return byName;
    }

    private static OfficeUser officeUser(ChengnuoSettings.User user) {
        if (user.name() == null || user.passwordHash() == null || user.roles() == null) {
            throw new StartRefused(
                    "chengnuo.users, «%s»: a user has name, password-hash and roles (of %s)"
                            .formatted(user.name(), List.of(Role.values())));
        }
        List<Role> roles = user.roles().stream().map(role -> role(user, role)).toList();
        if (roles.contains(Role.AGENT) && (roles.size() > 1 || user.enterprise() != null)) {
            throw new StartRefused(
                    "chengnuo.users, «%s»: an agent has no other role, and no enterprise of its own: it names in each act for whom it acts"
                            .formatted(user.name()));
        }
        if (!user.passwordHash().matches("\\{\\w+}.+")) {
            throw new StartRefused(
                    "chengnuo.users, «%s»: the password hash begins with its scheme, as in {bcrypt}$2a$10$…"
                            .formatted(user.name()));
        }
        try {
            return new OfficeUser(
                    user.name(),
                    user.passwordHash(),
                    roles,
                    user.center() == null ? null : new CenterCode(user.center()).value(),
                    user.enterprise() == null ? null : new CreditCode(user.enterprise()).value());
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "chengnuo.users, «%s»: %s".formatted(user.name(), e.getMessage()));
        }
    }

    private static Role role(ChengnuoSettings.User user, String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StartRefused(
                                        "chengnuo.users, «%s»: there is no role «%s»; there are %s"
                                                .formatted(
                                                        user.name(),
                                                        name,
                                                        List.of(Role.values()))));
    }

    private static String demoName(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static OfficeUser demoUser(Role role) {
        return new OfficeUser(
                demoName(role),
                "{noop}" + demoName(role),
                List.of(role),
                role == Role.CLERK || role == Role.REVIEWER ? "LF-01" : null,
                role == Role.ENTERPRISE ? "11320000MB151840XJ" : null);
    }
}
