package org.chengnuo.approval.api.automation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.chengnuo.approval.api.office.Agenda;
import org.chengnuo.approval.projections.operation.Recent;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * How the automation is doing. A node whose automation does not look any more is not ready; what is
 * overdue, or does not work, is told and keeps nobody out: another node would do no better.
 */
@Component("automationHealthIndicator")
class AutomationStanding implements HealthIndicator, MeterBinder {

    private final Automation automation;
    private final Clock clock;
    private final boolean enabled;
    private final Duration longest;
    private final Recent<Agenda.Overview> agenda;

    AutomationStanding(
            Automation automation, Agenda agenda, Clock clock, ChengnuoSettings settings) {
        this.automation = automation;
        this.clock = clock;
        this.enabled = settings.automation().enabled();
        this.longest = settings.readiness().longestLag().plus(settings.automation().every());
        this.agenda = new Recent<>(agenda::overview);
    }

    @Override
    public Health health() {
        Duration look = sinceLastLook();
        Agenda.Overview overview = agenda.get();
        boolean looks = !enabled || look == null || look.compareTo(longest) <= 0;
        Health.Builder health = looks ? Health.up() : Health.outOfService();
        health.withDetail("enabled", enabled);
        if (look != null) {
            health.withDetail("lastLookSeconds", look.toSeconds());
        }
        if (overview != null) {
            health.withDetail("due", overview.due())
                    .withDetail("behindSeconds", (long) behindSeconds(overview));
        }
        return health.withDetail("failures", automation.failures().size()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(
                        "chengnuo.automation.last.look",
                        this,
                        TimeUnit.SECONDS,
                        standing -> {
                            Duration look = standing.sinceLastLook();
                            return look == null ? Double.NaN : look.toMillis() / 1000.0;
                        })
                .register(registry);
        Gauge.builder(
                        "chengnuo.automation.due",
                        this,
                        standing -> standing.of(Agenda.Overview::due))
                .register(registry);
        TimeGauge.builder(
                        "chengnuo.automation.behind",
                        this,
                        TimeUnit.SECONDS,
                        standing -> standing.of(standing::behindSeconds))
                .register(registry);
        Gauge.builder(
                        "chengnuo.automation.failures",
                        automation,
                        running -> running.failures().size())
                .register(registry);
    }

    private double of(ToDoubleFunction<Agenda.Overview> what) {
        Agenda.Overview overview = agenda.get();
        return overview == null ? Double.NaN : what.applyAsDouble(overview);
    }

    private double behindSeconds(Agenda.Overview overview) {
        Instant next = overview.next();
        return next == null
                ? 0
                : Math.max(0, Duration.between(next, clock.instant()).toMillis() / 1000.0);
    }

    private @Nullable Duration sinceLastLook() {
        Instant look = automation.lastLook();
        return look == null ? null : Duration.between(look, clock.instant());
    }
}
