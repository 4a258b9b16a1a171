package org.chengnuo.approval.api.database;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * If no database was named, PostgreSQL is started from here while Spring goes on; who makes the
 * connection pool waits for it ({@link EmbeddedConnection}). It is stopped when Spring has closed.
 */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    public static void start(ApplicationEnvironmentPreparedEvent event) {
        EmbeddedConnection embedded =
                new EmbeddedConnection(started(ChengnuoSettings.of(event.getEnvironment())));
        event.getBootstrapContext()
                .addCloseListener(
                        closed ->
                                closed.getApplicationContext()
                                        .getBeanFactory()
                                        .registerSingleton("embeddedConnection", embedded));
    }

    private static CompletableFuture<EmbeddedPostgres> started(ChengnuoSettings settings) {
        DataFolder folder = DataFolder.take(settings.dataDir());
        Path binaries =
                Objects.requireNonNullElse(
                        settings.binariesDir(), folder.path().resolve("binaries"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, binaries, EmbeddedDatabase::end);
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
