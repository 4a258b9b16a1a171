package org.chengnuo.approval.api.evidence;

import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * An attachment as it is kept, found to be whole.
 *
 * @param content to be closed by who asked for it
 * @param type as its content says
 * @param suffix of a file name, without the dot
 */
public record Evidence(InputStream content, long bytes, MediaType type, String suffix)
        implements AutoCloseable {

    static Evidence in(Path file, OpenOption... how) throws IOException {
        EvidenceType type = Finding.in(file).type();
        long bytes = Files.size(file);
        InputStream content = Files.newInputStream(file, how);
        // Of no kind only if it was taken by an older version that took more.
        return type == null
                ? new Evidence(content, bytes, MediaType.APPLICATION_OCTET_STREAM, "bin")
                : new Evidence(content, bytes, type.mediaType(), type.suffix());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
