package org.chengnuo.approval.projections.operation;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

import java.util.function.Consumer;

/**
 * What is looked at as soon as the settings are read, from what only needs looking to what is
 * taken: the port, the database that was named, or else what the program does without one. Nothing
 * is written before all of it is in order.
 */
public final class StartChecks
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private final Consumer<ApplicationEnvironmentPreparedEvent> withoutDatabase;

    /**
     * @param withoutDatabase what happens where no database is named
     */
    public StartChecks(Consumer<ApplicationEnvironmentPreparedEvent> withoutDatabase) {
        this.withoutDatabase = withoutDatabase;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        // For what it refuses.
        var _ = ChengnuoSettings.of(environment);
        WebPort.check(environment, event.getSpringApplication().getWebApplicationType());
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            ConfiguredDatabase.check(environment);
        } else {
            withoutDatabase.accept(event);
        }
    }
}
