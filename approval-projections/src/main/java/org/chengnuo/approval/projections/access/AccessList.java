package org.chengnuo.approval.projections.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may do what besides asking, in a program that does more than answer: looked at before the
 * list of the questions.
 */
@FunctionalInterface
public interface AccessList {

    void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    may);
}
