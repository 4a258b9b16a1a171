package org.chengnuo.approval.api.publication;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.chengnuo.approval.projections.intake.EventFeed.Lag;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.kafka.Publication;
import org.chengnuo.approval.projections.operation.Recent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import javax.sql.DataSource;

/**
 * How the publication is doing. That Kafka is away is told and keeps no node out: acts go on, and
 * what they record is published when it is there again. Only the node that publishes knows how far
 * it is.
 */
@Component("publicationHealthIndicator")
class PublicationStanding implements HealthIndicator, MeterBinder {

    private final @Nullable Publication publication;
    private final Recent<Lag> behind;

    PublicationStanding(ObjectProvider<Publication> publication, DataSource database) {
        Publication running = publication.getIfAvailable();
        var journal = new JournalFeed(database);
        this.publication = running;
        this.behind =
                new Recent<>(
                        () ->
                                running == null || !running.status().publishing()
                                        ? null
                                        : journal.lag(running.status().published()));
    }

    @Override
    public Health health() {
        Publication running = publication;
        Health.Builder health = Health.up().withDetail("enabled", running != null);
        if (running != null) {
            Publication.Status status = running.status();
            health.withDetail("publishing", status.publishing())
                    .withDetail("waiting", status.trouble() != null);
        }
        Lag lag = behind.get();
        if (lag != null) {
            health.withDetail("lagEvents", lag.events())
                    .withDetail("lagSeconds", lag.age().toSeconds());
        }
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "publishing", status -> status.publishing() ? 1 : 0);
        gauge(registry, "waiting", status -> status.trouble() == null ? 0 : 1);
        Gauge.builder(
                        "chengnuo.publication.lag.events",
                        this,
                        standing -> standing.behind(Lag::events))
                .register(registry);
        TimeGauge.builder(
                        "chengnuo.publication.lag",
                        this,
                        TimeUnit.SECONDS,
                        standing -> standing.behind(lag -> lag.age().toSeconds()))
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String what, ToDoubleFunction<Publication.Status> value) {
        Gauge.builder(
                        "chengnuo.publication." + what,
                        this,
                        standing -> {
                            Publication running = standing.publication;
                            return running == null
                                    ? Double.NaN
                                    : value.applyAsDouble(running.status());
                        })
                .register(registry);
    }

    private double behind(ToDoubleFunction<Lag> value) {
        Lag lag = behind.get();
        return lag == null ? Double.NaN : value.applyAsDouble(lag);
    }
}
