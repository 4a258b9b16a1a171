package org.chengnuo.approval.api.imports;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * An import of a log, as it stands.
 *
 * @param id the beginning of the content's hash
 * @param started of the latest run
 * @param readSoFar of the file as it was uploaded
 * @param total null until the whole log has been read
 * @param casesDone recorded, and so the number of the next
 * @param eventsDoneBefore recorded by earlier runs
 * @param rejected legal acts that were not in turn
 */
record LogImport(
        String id,
        String hash,
        String fileName,
        long bytes,
        Mapping mapping,
        String zone,
        String actor,
        ImportState state,
        Instant received,
        @Nullable Instant started,
        @Nullable Instant finished,
        ReadSoFar readSoFar,
        @Nullable Total total,
        long casesDone,
        long eventsDone,
        long eventsDoneBefore,
        long rejected,
        @Nullable Refused refused) {

    static String idOf(String hash) {
        return hash.substring(0, 16);
    }

    record Mapping(String name, String document, String fingerprint) {}

    record ReadSoFar(long bytes, long events) {}

    /**
     * @param mapped events that are legal acts under the mapping
     */
    record Total(long cases, long events, long mapped) {}

    /** Why it was refused, or failed. */
    record Refused(String reason, @Nullable Long line, String english, String chinese) {}

    /** Whether something of it is in the journal, and so under which mapping is settled. */
    boolean hasRecorded() {
        return casesDone > 0 || state == ImportState.DONE;
    }

    boolean isUnder(ImportMapping other, String otherZone) {
        return mapping.fingerprint().equals(other.fingerprint()) && zone.equals(otherZone);
    }

    /** Events per second of the latest run, its reading included; 0 before it has begun. */
    double rate(Instant now) {
        if (started == null) {
            return 0;
        }
        long millis = Duration.between(started, finished == null ? now : finished).toMillis();
        long events =
                state == ImportState.READING ? readSoFar.events() : eventsDone - eventsDoneBefore;
        return millis <= 0 ? 0 : Math.round(events * 10_000.0 / millis) / 10.0;
    }

    /** Of what it is at now, in percent. */
    int percent() {
        return switch (state) {
            case RECEIVED -> 0;
            case READING -> part(readSoFar.bytes(), bytes);
            case RECORDING, CANCELLED, FAILED ->
                    total == null ? 0 : part(eventsDone, total.events());
            case DONE -> 100;
            case REFUSED -> 0;
        };
    }

    private static int part(long done, long of) {
        return of <= 0 ? 0 : (int) Math.min(100, done * 100 / of);
    }
}
