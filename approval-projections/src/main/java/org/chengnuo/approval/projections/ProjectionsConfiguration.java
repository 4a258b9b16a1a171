package org.chengnuo.approval.projections;

import org.chengnuo.approval.projections.conduct.Conduct;
import org.chengnuo.approval.projections.conduct.ConductThresholds;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.intake.EventFeed;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.IntakeSettings;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.register.Register;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/** The read models, what fills them and what asks them. */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfiguration {

    @Bean
    EventFeed eventFeed(DataSource dataSource) {
        return new JournalFeed(dataSource);
    }

    /** Within a transaction it asks by that one's connection, and so needs no second one. */
    @Bean
    Editions editions(DataSource dataSource) {
        return new Editions(new TransactionAwareDataSourceProxy(dataSource));
    }

    @Bean
    ParkedEvents parkedEvents(DataSource dataSource) {
        return new ParkedEvents(dataSource);
    }

    @Bean
    Register register(DataSource dataSource) {
        return new Register(dataSource);
    }

    @Bean
    Registered registered(DataSource dataSource) {
        return new Registered(dataSource);
    }

    // Closed by the intake, when its thread has ended.
    @Bean(destroyMethod = "")
    ReviewTimes reviewTimes(
            ParkedEvents parked,
            Editions editions,
            @Value("${chengnuo.data-dir:data}") Path folder,
            @Value("${chengnuo.statistics.memory:128MB}") String memory,
            @Value("${chengnuo.statistics.threads:2}") int threads) {
        return new ReviewTimes(
                new StatisticsSettings(folder, memory, threads),
                parked,
                new Rulebook(editions::calendar, editions::policies));
    }

    @Bean
    Turnarounds turnarounds(ReviewTimes times) {
        return new Turnarounds(times);
    }

    @Bean
    ConductThresholds conductThresholds(Environment settings) {
        return ConductThresholds.of(settings);
    }

    @Bean
    Conduct conduct(ReviewTimes times, Editions editions, ConductThresholds thresholds) {
        return new Conduct(times, new Rulebook(editions::calendar, editions::policies), thresholds);
    }

    @Bean(destroyMethod = "")
    Intake intake(
            EventFeed feed,
            List<ReadModel> models,
            ParkedEvents parked,
            @Value("${chengnuo.intake.batch:4000}") int batch,
            @Value("${chengnuo.intake.idle:50ms}") Duration idle,
            @Value("${chengnuo.intake.longest-back-off:10s}") Duration longestBackOff) {
        return new Intake(feed, models, parked, new IntakeSettings(batch, idle, longestBackOff));
    }
}
