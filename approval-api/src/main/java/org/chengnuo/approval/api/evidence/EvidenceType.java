package org.chengnuo.approval.api.evidence;

import org.springframework.http.MediaType;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of attachment that are taken: what an office reads, and nothing that runs. */
enum EvidenceType {
    PDF("application/pdf", "pdf"),
    /** The national format of fixed layout, GB/T 33190. */
    OFD("application/ofd", "ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    TEXT("text/plain;charset=UTF-8", "txt");

    private final MediaType mediaType;
    private final String suffix;

    EvidenceType(String mediaType, String suffix) {
        this.mediaType = MediaType.parseMediaType(mediaType);
        this.suffix = suffix;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** Of a file name, without the dot. */
    String suffix() {
        return suffix;
    }

    /** As a sentence lists them. */
    static String list(String between) {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(between));
    }
}
