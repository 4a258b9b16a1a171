package org.chengnuo.approval.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.api.evidence.EvidenceSettings.S3;
import org.chengnuo.approval.projections.operation.StartRefused;
import org.gaul.s3proxy.junit.S3ProxyExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/** Against a server that speaks S3 and checks signatures, on a port of its own. */
class EvidenceInS3Test extends EvidenceStoreTest {

    private static final String BUCKET = "evidence";

    @RegisterExtension
    final S3ProxyExtension server =
            S3ProxyExtension.builder().withCredentials("access", "secret").build();

    private @Nullable S3Client behind;

    private static S3 settings(URI endpoint, String bucket, String secret) {
        return new S3(endpoint, bucket, "cn-north-1", "access", secret);
    }

    private URI server() {
        return Objects.requireNonNull(server.getUri());
    }

    private S3 settings() {
        return settings(server(), BUCKET, "secret");
    }

    @Override
    EvidenceStore store(Path folder) {
        S3Client made =
                S3Client.builder()
                        .endpointOverride(server())
                        .region(Region.of("cn-north-1"))
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("access", "secret")))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
        if (made.listBuckets().buckets().stream().noneMatch(b -> b.name().equals(BUCKET))) {
            assertThat(made.createBucket(ask -> ask.bucket(BUCKET))).isNotNull();
        }
        behind = made;
        return EvidenceInS3.connected(settings(), folder.resolve("incoming"));
    }

    @Override
    void damage(EvidenceHash hash, byte[] content) {
        assertThat(
                        Objects.requireNonNull(behind)
                                .putObject(
                                        put -> put.bucket(BUCKET).key(hash.place()),
                                        RequestBody.fromBytes(content)))
                .isNotNull();
    }

    @Test
    void refusesToStartWithoutItsBucket() {
        assertThatThrownBy(
                        () -> EvidenceInS3.connected(settings(server(), "other", "secret"), temp))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("there is no such bucket")
                .hasMessageContaining("chengnuo.evidence.s3.endpoint");
    }

    @Test
    void refusesToStartWithWrongKeys() {
        assertThatThrownBy(() -> EvidenceInS3.connected(settings(server(), BUCKET, "guess"), temp))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the keys are refused");
    }

    @Test
    void refusesToStartWhereNobodyAnswers() {
        assertThatThrownBy(
                        () ->
                                EvidenceInS3.connected(
                                        settings(
                                                URI.create("http://localhost:1"), BUCKET, "secret"),
                                        temp))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("http://localhost:1");
    }
}
