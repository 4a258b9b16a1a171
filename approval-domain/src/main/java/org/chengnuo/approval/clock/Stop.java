package org.chengnuo.approval.clock;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A special procedure 特别程序 as it was recorded: the clock claims to stand still from its beginning
 * to its end.
 *
 * @param begun when it is said to have begun
 * @param ended when it is said to have ended; null while it is open
 * @param recorded when its beginning was entered, by the server's time
 * @param notice the number of the written notice to the applicant, Art. 45
 */
public record Stop(
        StopGround ground,
        Instant begun,
        @Nullable Instant ended,
        Instant recorded,
        String notice) {}
