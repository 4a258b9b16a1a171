package org.chengnuo.approval.api;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The office's time, which a test can stop at a moment. */
@TestConfiguration(proxyBeanMethods = false)
public class OfficeClock {

    private static volatile @Nullable Instant stopped;

    public static void standsAt(String moment) {
        stopped = Instant.parse(moment);
    }

    public static void goesOn() {
        stopped = null;
    }

    @Bean
    @Primary
    Clock stoppableTime(@Qualifier("officeTime") Clock officeTime) {
        return new Clock() {

            @Override
            public Instant instant() {
                Instant at = stopped;
                return at == null ? officeTime.instant() : at;
            }

            @Override
            public ZoneId getZone() {
                return officeTime.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return officeTime.withZone(zone);
            }
        };
    }
}
