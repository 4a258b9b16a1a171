package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.Caller;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;

/** Posts an import, as a form does. */
public final class Multipart {

    private static final String BOUNDARY = "----between-the-parts";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public static Caller.Answer post(
            Caller caller,
            byte @Nullable [] file,
            @Nullable String mapping,
            @Nullable String zone) {
        Multipart form = new Multipart();
        form.part("file\"; filename=\"a log.xes", file);
        form.part("mapping", mapping == null ? null : Sample.utf8(mapping));
        form.part("zone", zone == null ? null : Sample.utf8(zone));
        form.text("--" + BOUNDARY + "--\r\n");
        return caller.send(
                caller.request("/api/v1/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(form.body.toByteArray())));
    }

    private void part(String name, byte @Nullable [] content) {
        if (content != null) {
            text(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n"
                            .formatted(BOUNDARY, name));
            body.writeBytes(content);
            text("\r\n");
        }
    }

    private void text(String text) {
        body.writeBytes(Sample.utf8(text));
    }
}
