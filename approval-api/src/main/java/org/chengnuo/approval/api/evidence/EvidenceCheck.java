package org.chengnuo.approval.api.evidence;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Looks at the settings of attachments before anything is started. */
public final class EvidenceCheck
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** When the settings have been read, and before the database is started. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (event.getSpringApplication().getWebApplicationType() != WebApplicationType.NONE) {
            var _ = EvidenceSettings.of(ChengnuoSettings.of(event.getEnvironment()));
        }
    }
}
