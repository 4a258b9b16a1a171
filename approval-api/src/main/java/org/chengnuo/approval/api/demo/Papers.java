package org.chengnuo.approval.api.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Numbers papers as offices do: by center, kind and year, as in {@code 受〔2019〕0123号}. */
final class Papers {

    private final Map<String, Integer> last = new HashMap<>();

    String next(Zone zone, String kind, Instant at) {
        String series = "%s%s〔%d〕".formatted(zone.code(), kind, OfficeDays.dateOf(at).getYear());
        return "%s〔%d〕%04d号"
                .formatted(
                        kind, OfficeDays.dateOf(at).getYear(), last.merge(series, 1, Integer::sum));
    }
}
