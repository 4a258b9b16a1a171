package org.chengnuo.approval.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chengnuo.approval.projections.operation.StartRefused;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class EvidenceSettingsTest {

    private final MockEnvironment environment =
            new MockEnvironment()
                    .withProperty("chengnuo.evidence.dir", "data/evidence")
                    .withProperty("chengnuo.evidence.max-size", "20MB");

    private void s3(String name, String value) {
        environment.setProperty("chengnuo.evidence.s3." + name, value);
    }

    private void allOfS3() {
        s3("endpoint", "https://s3.example.cn");
        s3("bucket", "evidence");
        s3("region", "cn-north-1");
        s3("access-key", "a");
        s3("secret-key", "s");
    }

    @Test
    void keepsOnDiskUnlessS3IsNamed() {
        assertThat(EvidenceSettings.of(ChengnuoSettings.of(environment)).s3()).isNull();
        s3("bucket", " ");
        assertThat(EvidenceSettings.of(ChengnuoSettings.of(environment)).s3()).isNull();
    }

    @Test
    void takesAllOfS3() {
        allOfS3();
        assertThat(EvidenceSettings.of(ChengnuoSettings.of(environment)).s3())
                .hasToString(
                        "S3[endpoint=https://s3.example.cn, bucket=evidence, region=cn-north-1,"
                                + " accessKey=a]");
    }

    @ParameterizedTest
    @CsvSource({
        "s3.secret-key, '', chengnuo.evidence.s3.secret-key is missing",
        "s3.region, '', chengnuo.evidence.s3.region is missing",
        "s3.endpoint, s3.example.cn, chengnuo.evidence.s3.endpoint is «s3.example.cn»",
        "s3.endpoint, not an address, chengnuo.evidence.s3.endpoint is «not an address»",
        "s3.endpoint, ftp://s3.example.cn, chengnuo.evidence.s3.endpoint",
    })
    void refusesToStartOtherwise(String name, String value, String says) {
        allOfS3();
        environment.setProperty("chengnuo.evidence." + name, value);
        assertThatThrownBy(() -> EvidenceSettings.of(ChengnuoSettings.of(environment)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(says);
    }
}
