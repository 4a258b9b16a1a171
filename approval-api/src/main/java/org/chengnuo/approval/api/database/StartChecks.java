package org.chengnuo.approval.api.database;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * What is looked at as soon as the settings are read, from what only needs looking to what is
 * taken: the port, the database that was named, or else the data folder. Nothing is written before
 * all of it is in order.
 *
 * <p>If no database was named, PostgreSQL is started from here while Spring goes on; who makes the
 * connection pool waits for it ({@link EmbeddedConnection}). It is stopped when Spring has closed.
 */
public final class StartChecks
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        ChengnuoSettings settings = ChengnuoSettings.of(environment);
        WebPort.check(environment, event.getSpringApplication().getWebApplicationType());
        if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            ConfiguredDatabase.check(environment);
            return;
        }
        EmbeddedConnection embedded = new EmbeddedConnection(startPostgres(settings));
        event.getBootstrapContext()
                .addCloseListener(
                        closed ->
                                closed.getApplicationContext()
                                        .getBeanFactory()
                                        .registerSingleton("embeddedConnection", embedded));
    }

    private static CompletableFuture<EmbeddedPostgres> startPostgres(ChengnuoSettings settings) {
        DataFolder folder = DataFolder.take(settings.dataDir());
        Path binaries =
                Objects.requireNonNullElse(
                        settings.binariesDir(), folder.path().resolve("binaries"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, binaries, StartChecks::end);
        SpringApplication.getShutdownHandlers().add(postgres::close);
        return CompletableFuture.supplyAsync(
                () -> {
                    postgres.start();
                    return postgres;
                },
                task -> Thread.ofPlatform().daemon().name("postgresql-start").start(task));
    }

    /**
     * At once: without the database there is nothing left to finish, and all that is kept is in it.
     */
    private static void end(String why) {
        if (!isShuttingDown()) {
            System.err.println(why);
            Runtime.getRuntime().halt(1);
        }
    }

    /** A supervisor may end PostgreSQL together with us, which is no fault. */
    private static boolean isShuttingDown() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
