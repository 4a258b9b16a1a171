package org.chengnuo.approval.api.evidence;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * @param dir where attachments are kept, or with S3 wait until they are
 * @param s3 null if they are kept on disk
 */
record EvidenceSettings(Path dir, DataSize maxSize, @Nullable S3 s3) {

    record S3(URI endpoint, String bucket, String region, String accessKey, String secretKey) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "S3[endpoint=%s, bucket=%s, region=%s, accessKey=%s]"
                    .formatted(endpoint, bucket, region, accessKey);
        }
    }

    /**
     * @throws StartRefused if the storage is named by half
     */
    static EvidenceSettings of(ChengnuoSettings settings) {
        ChengnuoSettings.Evidence set = settings.evidence();
        return new EvidenceSettings(
                settings.evidenceDir(), set.maxSize(), set.s3() == null ? null : storage(set.s3()));
    }

    private static @Nullable S3 storage(ChengnuoSettings.Evidence.S3 s3) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("endpoint", s3.endpoint());
        values.put("bucket", s3.bucket());
        values.put("region", s3.region());
        values.put("access-key", s3.accessKey());
        values.put("secret-key", s3.secretKey());
        values.values().removeIf(value -> value == null || value.isBlank());
        if (values.isEmpty()) {
            return null;
        }
        return new S3(
                endpoint(given(values, "endpoint")),
                given(values, "bucket"),
                given(values, "region"),
                given(values, "access-key"),
                given(values, "secret-key"));
    }

    private static String given(Map<String, @Nullable String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new StartRefused(
                    "chengnuo.evidence.s3.%s is missing: S3 needs endpoint, bucket, region, access-key and secret-key; without all of them attachments are kept on disk"
                            .formatted(name));
        }
        return value;
    }

    private static URI endpoint(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new StartRefused(
                "chengnuo.evidence.s3.endpoint is «%s»: it is an address, as in https://s3.example.cn"
                        .formatted(address));
    }
}
