package org.chengnuo.approval.violations.clocked;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;

/** Asks the machine instead of its caller: on purpose, for the rule that must catch it. */
final class Clocked {

    private Clocked() {}

    static Instant instant() {
        return Instant.now();
    }

    static LocalDate date() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static LocalDateTime dateTime() {
        return LocalDateTime.now();
    }

    static UUID id() {
        return UUID.randomUUID();
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static long nanos() {
        return System.nanoTime();
    }

    static Object clock() {
        return Clock.systemUTC();
    }

    static int random() {
        return new Random(1).nextInt();
    }
}
