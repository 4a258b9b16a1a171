package org.chengnuo.approval.api.database;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What Spring Boot makes its connection pool of; who asks waits until PostgreSQL has started. */
record EmbeddedConnection(CompletableFuture<EmbeddedPostgres> postgres)
        implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return started().url(EmbeddedPostgres.NAME);
    }

    @Override
    public String getUsername() {
        return EmbeddedPostgres.NAME;
    }

    @Override
    public String getPassword() {
        return started().password();
    }

    private EmbeddedPostgres started() {
        try {
            return postgres.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : e;
        }
    }
}
