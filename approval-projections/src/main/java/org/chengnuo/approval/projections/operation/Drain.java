package org.chengnuo.approval.projections.operation;

import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Before anything ends, and while everything is still answered: the node has said already that it
 * is not ready, and waits until whoever sends it requests has heard that.
 */
@Component
@ConditionalOnWebApplication
class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration time;
    private volatile boolean running;

    Drain(ChengnuoSettings settings) {
        this.time = settings.readiness().drain();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (time.isPositive()) {
            LOG.info("not ready any more; requests are taken for another {}", time);
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
