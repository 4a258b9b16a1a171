package org.chengnuo.approval.api.evidence;

import org.chengnuo.approval.api.evidence.EvidenceSettings.S3;
import org.chengnuo.approval.projections.operation.StartRefused;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Attachments in S3-compatible storage, under the same names as on disk. */
final class EvidenceInS3 implements EvidenceStore, AutoCloseable {

    private final S3Client client;
    private final String bucket;
    private final Path incoming;

    private EvidenceInS3(S3Client client, String bucket, Path incoming) {
        this.client = client;
        this.bucket = bucket;
        this.incoming = incoming;
    }

    /**
     * @param incoming where what is read waits until it has been checked
     * @throws StartRefused if the storage does not answer, or the bucket may not be used
     */
    static EvidenceInS3 connected(S3 settings, Path incoming) {
        S3Client client = client(settings);
        try {
            var _ = client.headBucket(ask -> ask.bucket(settings.bucket()));
            return new EvidenceInS3(client, settings.bucket(), incoming);
        } catch (SdkException e) {
            client.close();
            throw new StartRefused(
                    "Attachments: bucket «%s» at %s cannot be used: %s. Check chengnuo.evidence.s3.endpoint, .bucket, .region, .access-key and .secret-key."
                            .formatted(settings.bucket(), settings.endpoint(), why(e)),
                    e);
        }
    }

    private static S3Client client(S3 settings) {
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        settings.accessKey(), settings.secretKey())))
                .forcePathStyle(true)
                // What not every storage understands; we check the content ourselves.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(Duration.ofSeconds(5))
                                .socketTimeout(Duration.ofSeconds(30)))
                .overrideConfiguration(calls -> calls.apiCallTimeout(Duration.ofMinutes(2)))
                .build();
    }

    private static @Nullable String why(SdkException e) {
        return switch (e) {
            case S3Exception refused when refused.statusCode() == 404 -> "there is no such bucket";
            case S3Exception refused when refused.statusCode() == 403 -> "the keys are refused";
            case S3Exception refused -> "it answers with status " + refused.statusCode();
            default -> e.getMessage();
        };
    }

    @Override
    public boolean holds(EvidenceHash hash) {
        try {
            var _ = client.headObject(ask -> ask.bucket(bucket).key(hash.place()));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw EvidenceProblems.unavailable(e);
        }
    }

    @Override
    public boolean keep(EvidenceHash hash, Path file) {
        boolean isNew = !holds(hash);
        try {
            var _ =
                    client.putObject(
                            put -> put.bucket(bucket).key(hash.place()),
                            RequestBody.fromFile(file));
            return isNew;
        } catch (SdkException e) {
            throw EvidenceProblems.unavailable(e);
        }
    }

    @Override
    public Optional<Evidence> read(EvidenceHash hash) {
        try (InputStream kept = client.getObject(ask -> ask.bucket(bucket).key(hash.place()))) {
            Upload copy = Upload.spool(kept, incoming, Long.MAX_VALUE);
            if (!copy.hash().equals(hash)) {
                copy.close();
                throw EvidenceProblems.damaged(hash, copy.hash());
            }
            return Optional.of(Evidence.in(copy.file(), StandardOpenOption.DELETE_ON_CLOSE));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException | IOException e) {
            throw EvidenceProblems.unavailable(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
