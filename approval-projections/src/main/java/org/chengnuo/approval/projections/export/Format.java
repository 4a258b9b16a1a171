package org.chengnuo.approval.projections.export;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How events can be written. */
public enum Format {
    /** IEEE 1849-2016: a trace for each filing. */
    XES("xes", "application/xml"),
    XES_GZ("xes.gz", "application/gzip"),
    /** OCEL 2.0: projects, filings, commitments, items and enterprises. */
    OCEL_JSON("ocel.json", "application/json"),
    OCEL_SQLITE("ocel.sqlite", "application/vnd.sqlite3");

    private final String word;
    private final String mediaType;

    Format(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /**
     * @throws IllegalArgumentException if there is no such format
     */
    public static Format of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no format «%.20s», but %s"
                                                .formatted(word, words())));
    }

    public static String words() {
        return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
    }

    /** What it is called, and how its files end. */
    public String word() {
        return word;
    }

    public String mediaType() {
        return mediaType;
    }
}
