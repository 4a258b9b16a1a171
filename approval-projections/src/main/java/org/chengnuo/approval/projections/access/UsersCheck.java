package org.chengnuo.approval.projections.access;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Looks at the users before anything is started: a server that nobody can use does not start. */
public final class UsersCheck
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** When the settings have been read, and before the database is started. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (event.getSpringApplication().getWebApplicationType() != WebApplicationType.NONE) {
            AccessConfiguration.byName(
                    event.getEnvironment(), ChengnuoSettings.of(event.getEnvironment()));
        }
    }
}
