package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An uploaded file, opened: what it is shows in its first bytes (its name is not asked), and the
 * limits are watched while it is read.
 */
final class OpenedLog implements AutoCloseable {

    enum Format {
        XES,
        CSV
    }

    private static final int BUFFER = 1 << 16;
    private static final int LOOKED_AT = 512;

    private final InputStream bytes;
    private final Format format;
    private final Counted uploaded;

    private OpenedLog(InputStream bytes, Format format, Counted uploaded) {
        this.bytes = bytes;
        this.format = format;
        this.uploaded = uploaded;
    }

    static OpenedLog open(Path file, ImportLimits limits) throws IOException {
        Counted uploaded = new Counted(Files.newInputStream(file));
        try {
            InputStream raw = new BufferedInputStream(uploaded, BUFFER);
            byte[] magic = peek(raw, 2);
            boolean gzip = isGzip(magic);
            InputStream plain = gzip ? unzipped(raw) : raw;
            InputStream bytes =
                    new BufferedInputStream(new Watched(plain, uploaded, gzip, limits), BUFFER);
            byte[] start = peek(bytes, LOOKED_AT);
            Format format = formatOf(start, gzip);
            if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
                bytes.skipNBytes(3);
            }
            return new OpenedLog(bytes, format, uploaded);
        } catch (IOException | RuntimeException failure) {
            uploaded.close();
            throw failure;
        }
    }

    /** The log, uncompressed, without a byte-order mark of UTF-8. */
    InputStream bytes() {
        return bytes;
    }

    Format format() {
        return format;
    }

    /** Bytes taken from the file as it was uploaded. */
    long uploadedBytesRead() {
        return uploaded.count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        try {
            return new GZIPInputStream(raw, BUFFER);
        } catch (ZipException | EOFException damaged) {
            throw ImportRefused.because(Reason.BROKEN_GZIP, String.valueOf(damaged.getMessage()));
        }
    }

    private static Format formatOf(byte[] start, boolean gzip) {
        if (start.length == 0) {
            throw ImportRefused.because(Reason.EMPTY);
        }
        if (isGzip(start)) {
            throw ImportRefused.because(
                    Reason.UNKNOWN_FORMAT, gzip ? "compressed twice" : "compressed");
        }
        if (startsWith(start, 'P', 'K')) {
            throw ImportRefused.because(Reason.UNKNOWN_FORMAT, "a ZIP archive");
        }
        boolean utf16 = startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE);
        for (byte each : start) {
            int b = each & 0xFF;
            if (b == '<') {
                return Format.XES;
            }
            boolean markOrBlank = b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF || b >= 0xFE;
            if (!markOrBlank) {
                break;
            }
        }
        if (utf16) {
            throw ImportRefused.because(Reason.BAD_ENCODING);
        }
        for (byte each : start) {
            if (each == 0) {
                throw ImportRefused.because(Reason.UNKNOWN_FORMAT, "binary");
            }
        }
        return Format.CSV;
    }

    private static boolean isGzip(byte[] start) {
        return startsWith(start, 0x1F, 0x8B);
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] peek(InputStream in, int length) throws IOException {
        in.mark(length);
        byte[] start = in.readNBytes(length);
        in.reset();
        return start;
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            count += Math.max(n, 0);
            return n;
        }
    }

    /**
     * Refuses what grows too large, or out of too little. Not a filter: every byte goes through
     * read.
     */
    private static final class Watched extends InputStream {

        private final InputStream in;
        private final Counted uploaded;
        private final boolean gzip;
        private final ImportLimits limits;
        private long count;

        Watched(InputStream in, Counted uploaded, boolean gzip, ImportLimits limits) {
            this.in = in;
            this.uploaded = uploaded;
            this.gzip = gzip;
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n;
            try {
                n = in.read(into, from, length);
            } catch (ZipException | EOFException damaged) {
                throw ImportRefused.because(
                        Reason.BROKEN_GZIP, String.valueOf(damaged.getMessage()));
            }
            count += Math.max(n, 0);
            if (count > limits.uncompressedBytes()) {
                throw ImportRefused.because(Reason.TOO_LARGE, limits.uncompressedBytes());
            }
            if (gzip
                    && count > limits.ratioFromBytes()
                    && count > limits.ratio() * uploaded.count) {
                throw ImportRefused.because(Reason.ZIP_BOMB, count, uploaded.count, limits.ratio());
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
