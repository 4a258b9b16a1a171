package org.chengnuo.approval.projections.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.chengnuo.approval.projections.intake.EventFeed;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.ProjectionStatus;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How the read models are doing, for who measures and who probes. One that is far behind, or waits
 * after an error, makes the node unready; parked events are told, and keep nobody out.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionsStanding implements MeterBinder {

    private final Intake intake;
    private final Recent<List<ProjectionStatus>> projections;
    private final Recent<Long> end;
    private final Duration longestLag;
    private final ObjectProvider<OldEvents> old;

    ProjectionsStanding(
            Intake intake,
            EventFeed feed,
            ChengnuoSettings settings,
            ObjectProvider<OldEvents> old) {
        this.intake = intake;
        this.projections = new Recent<>(intake::status);
        this.end = new Recent<>(() -> feed.end().index());
        this.longestLag = settings.readiness().longestLag();
        this.old = old;
    }

    @Bean
    CompositeHealthContributor projectionsHealthContributor() {
        return CompositeHealthContributor.fromMap(
                intake.names().stream()
                        .collect(Collectors.toMap(Function.identity(), this::indicator)));
    }

    private HealthIndicator indicator(String name) {
        return () -> {
            ProjectionStatus status = status(name);
            return status == null ? Health.unknown().build() : health(status);
        };
    }

    private Health health(ProjectionStatus status) {
        boolean behind =
                status.lagSeconds() > longestLag.toSeconds()
                        && old.stream().noneMatch(OldEvents::areBeingRecorded);
        boolean ready = !behind && !status.waiting();
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("lagEvents", status.lagEvents())
                .withDetail("lagSeconds", status.lagSeconds())
                .withDetail("parked", status.parked())
                .withDetail("waiting", status.waiting())
                .withDetail("rebuilding", status.rebuild() != null)
                .build();
    }

    private @Nullable ProjectionStatus status(String name) {
        List<ProjectionStatus> all = projections.get();
        return all == null
                ? null
                : all.stream()
                        .filter(status -> status.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("chengnuo.journal.position", end, ProjectionsStanding::number)
                .register(registry);
        for (String name : intake.names()) {
            gauge(registry, "lag.events", name, ProjectionStatus::lagEvents);
            TimeGauge.builder(
                            "chengnuo.projection.lag",
                            this,
                            TimeUnit.SECONDS,
                            standing -> standing.of(name, ProjectionStatus::lagSeconds))
                    .tag("projection", name)
                    .register(registry);
            gauge(registry, "parked", name, ProjectionStatus::parked);
            gauge(registry, "waiting", name, status -> status.waiting() ? 1 : 0);
            gauge(registry, "rebuilding", name, status -> status.rebuild() == null ? 0 : 1);
        }
    }

    private void gauge(
            MeterRegistry registry,
            String what,
            String projection,
            ToDoubleFunction<ProjectionStatus> value) {
        Gauge.builder(
                        "chengnuo.projection." + what,
                        this,
                        standing -> standing.of(projection, value))
                .tag("projection", projection)
                .register(registry);
    }

    private double of(String projection, ToDoubleFunction<ProjectionStatus> value) {
        ProjectionStatus status = status(projection);
        return status == null ? Double.NaN : value.applyAsDouble(status);
    }

    private static double number(Recent<Long> recent) {
        Long number = recent.get();
        return number == null ? Double.NaN : number;
    }
}
