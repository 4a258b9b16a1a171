package org.chengnuo.approval.projections.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;

import org.chengnuo.approval.projections.conduct.ConductThresholds;
import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.kafka.KafkaSettings;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * All that can be set under {@code chengnuo}: what is not named here is refused. Times are written
 * as in {@code 50ms}, {@code 2s} or {@code 1h}, sizes as in {@code 20MB}.
 *
 * @param dataDir the folder of all that is kept on disk: the embedded PostgreSQL, the facts of the
 *     statistics, attachments, uploads and exports; {@code data} in the working folder
 * @param binariesDir where the programs of the embedded PostgreSQL are unpacked; {@code binaries}
 *     in the data folder
 * @param publicAddress the address under which the public reaches the server, which stands in the
 *     code on a commitment letter; as the request calls it
 * @param feed where the read models take the events from; journal
 * @param users who may log in, besides those of the profile {@code demo}; nobody
 */
@ConfigurationProperties(ChengnuoSettings.PREFIX)
@Validated
public record ChengnuoSettings(
        @DefaultValue("data") Path dataDir,
        @Nullable Path binariesDir,
        @Nullable
                @Pattern(
                        regexp = "(https?://[^\\s/?#]+(/\\S*)?)?",
                        message = "an address, as in https://chengnuo.example.cn")
                String publicAddress,
        @DefaultValue List<@Valid User> users,
        @DefaultValue @Valid Evidence evidence,
        @DefaultValue @Valid Imports imports,
        @DefaultValue @Valid Automation automation,
        @DefaultValue("journal") Feed feed,
        @DefaultValue @Valid KafkaSettings kafka,
        @DefaultValue @Valid Intake intake,
        @DefaultValue @Valid Readiness readiness,
        @DefaultValue @Valid Statistics statistics,
        @DefaultValue ConductThresholds conduct,
        @DefaultValue @Valid Demo demo) {

    static final String PREFIX = "chengnuo";

    /** Where the read models take the events from. */
    public enum Feed {
        JOURNAL,
        KAFKA
    }

    /**
     * @throws IllegalArgumentException if the events are to come from a Kafka that is not given
     */
    public ChengnuoSettings {
        if (feed == Feed.KAFKA) {
            kafka = kafka.required();
        }
    }

    /**
     * Somebody who may log in.
     *
     * @param name as it is typed in, and as it stands in the record
     * @param passwordHash with its scheme, as in <code>{bcrypt}$2a$10$…</code>
     * @param roles one or more of ENTERPRISE, AGENT, CLERK, REVIEWER, SUPERVISOR, ANALYST, ADMIN
     * @param center the code of the service center that the user belongs to; none
     * @param enterprise the credit code of the enterprise that the user acts for; none
     */
    public record User(
            @Nullable String name,
            @Nullable String passwordHash,
            @Nullable List<String> roles,
            @Nullable String center,
            @Nullable String enterprise) {

        /** Without what is secret. */
        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }

    /**
     * Where attachments are kept.
     *
     * @param dir a folder, in which they wait too until an S3 storage has them; {@code evidence} in
     *     the data folder
     * @param maxSize of one attachment, up to 1GB; 20MB
     * @param s3 a storage instead of the folder; none, unless all of its settings are given
     */
    public record Evidence(
            @Nullable Path dir,
            @DefaultValue("20MB") @Bytes(most = "1GB") DataSize maxSize,
            @Nullable S3 s3) {

        /**
         * A storage that speaks S3.
         *
         * @param endpoint its address, as in {@code https://s3.example.cn}
         * @param bucket which exists
         * @param region as the storage calls it
         * @param accessKey of the bucket
         * @param secretKey of the bucket
         */
        public record S3(
                @Nullable String endpoint,
                @Nullable String bucket,
                @Nullable String region,
                @Nullable String accessKey,
                @Nullable String secretKey) {

            /** Without what is secret. */
            @Override
            public String toString() {
                return "S3[%s, %s]".formatted(endpoint, bucket);
            }
        }
    }

    /**
     * Logs that are imported.
     *
     * @param dir where uploads wait until they are recorded; {@code imports} in the data folder
     * @param maxUpload the largest file that is taken, as it is uploaded, up to 1TB; 4GB
     */
    public record Imports(
            @Nullable Path dir, @DefaultValue("4GB") @Bytes(most = "1024GB") DataSize maxUpload) {}

    /**
     * What happens by itself.
     *
     * @param enabled whether this node lets happen what is due; before an act in a project it
     *     happens all the same; true
     * @param every how long it waits before it looks again, 10ms to 1h; 2s
     */
    public record Automation(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("2s")
                    @DurationMin(millis = 10, message = "10ms to 1h")
                    @DurationMax(hours = 1, message = "10ms to 1h")
                    Duration every) {}

    /**
     * How the read models are kept up to date.
     *
     * @param batch how many events are taken in at once, at most, 1 to 100000; 4000
     * @param idle how long to wait when there are none, 1ms to 1m; 50ms
     * @param longestBackOff how long to wait, at most, after an error, 1ms to 1h; 10s
     */
    public record Intake(
            @DefaultValue("4000") @Range(min = 1, max = 100_000, message = "{min} to {max} events")
                    int batch,
            @DefaultValue("50ms")
                    @DurationMin(millis = 1, message = "1ms to 1m")
                    @DurationMax(minutes = 1, message = "1ms to 1m")
                    Duration idle,
            @DefaultValue("10s")
                    @DurationMin(millis = 1, message = "1ms to 1h")
                    @DurationMax(hours = 1, message = "1ms to 1h")
                    Duration longestBackOff) {}

    /**
     * When this node does not want to be asked.
     *
     * @param longestLag how old the first event may be that a read model has not taken in, 1s to
     *     1d; 1m
     * @param drain how long a node that is stopped still takes requests after it has said that it
     *     is not ready, up to 5m; 0s
     */
    public record Readiness(
            @DefaultValue("1m")
                    @DurationMin(seconds = 1, message = "1s to 1d")
                    @DurationMax(days = 1, message = "1s to 1d")
                    Duration longestLag,
            @DefaultValue("0s")
                    @DurationMin(message = "0s to 5m")
                    @DurationMax(minutes = 5, message = "0s to 5m")
                    Duration drain) {}

    /**
     * The statistics.
     *
     * @param memory how much their database may take; 128MB
     * @param threads how many threads it may use, 1 to 256; 2
     * @param fewest indicators of fewer than this many are withheld, 1 to 1000; 5
     */
    public record Statistics(
            @DefaultValue("128MB")
                    @Pattern(
                            regexp = StatisticsSettings.MEMORY,
                            message = "a size for DuckDB, as in 128MB or 2GB")
                    String memory,
            @DefaultValue("2") @Range(min = 1, max = 256, message = "{min} to {max}") int threads,
            @DefaultValue("5") @Range(min = 1, max = Withholding.MOST, message = "{min} to {max}")
                    int fewest) {}

    /**
     * The profile {@code demo}.
     *
     * @param simulate whether it files its three years into an empty journal; true
     * @param seed the same seed gives the same acts; 20170625, the day on which the reform's
     *     guideline was dated
     * @param projects how many there are, 1 to 10000; 160
     */
    public record Demo(
            @DefaultValue("true") boolean simulate,
            @DefaultValue("20170625") long seed,
            @DefaultValue("160") @Range(min = 1, max = 10_000, message = "{min} to {max}")
                    int projects) {}

    /**
     * As they are set.
     *
     * @throws WrongSetting if a value is not what it has to be, or there is no such setting
     */
    public static ChengnuoSettings of(ConfigurableEnvironment environment) {
        return SettingsReader.read(environment);
    }

    public Path evidenceDir() {
        return Objects.requireNonNullElse(evidence.dir, dataDir.resolve("evidence"));
    }

    public Path importsDir() {
        return Objects.requireNonNullElse(imports.dir, dataDir.resolve("imports"));
    }
}
