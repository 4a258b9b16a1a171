package org.chengnuo.approval.projections;

import org.chengnuo.approval.projections.ageing.Ageings;
import org.chengnuo.approval.projections.certificates.Certificates;
import org.chengnuo.approval.projections.certificates.FigureKind;
import org.chengnuo.approval.projections.conduct.Conduct;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.export.Exports;
import org.chengnuo.approval.projections.export.FactExports;
import org.chengnuo.approval.projections.indicators.Indicators;
import org.chengnuo.approval.projections.indicators.Restatements;
import org.chengnuo.approval.projections.indicators.Withholding;
import org.chengnuo.approval.projections.intake.EventFeed;
import org.chengnuo.approval.projections.intake.Intake;
import org.chengnuo.approval.projections.intake.IntakeSettings;
import org.chengnuo.approval.projections.intake.JournalFeed;
import org.chengnuo.approval.projections.intake.ParkedEvents;
import org.chengnuo.approval.projections.intake.Reach;
import org.chengnuo.approval.projections.intake.ReadModel;
import org.chengnuo.approval.projections.intake.TakenIn;
import org.chengnuo.approval.projections.kafka.KafkaFeed;
import org.chengnuo.approval.projections.register.Register;
import org.chengnuo.approval.projections.register.Registered;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.chengnuo.approval.projections.reviewtimes.Rulebook;
import org.chengnuo.approval.projections.reviewtimes.StatisticsSettings;
import org.chengnuo.approval.projections.reviewtimes.Turnarounds;
import org.chengnuo.approval.projections.scoreboard.AssessmentRecords;
import org.chengnuo.approval.projections.scoreboard.Figures;
import org.chengnuo.approval.projections.scoreboard.IndicatorFigures;
import org.chengnuo.approval.projections.scoreboard.Scoreboards;
import org.chengnuo.approval.projections.settings.ChengnuoSettings;
import org.chengnuo.approval.projections.survival.Survivals;
import org.chengnuo.approval.projections.trend.Trends;
import org.chengnuo.approval.projections.whatif.Suppositions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import java.util.List;

import javax.sql.DataSource;

/** The read models, what fills them and what asks them, over HTTP too. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        excludeFilters =
                @Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class))
@EnableConfigurationProperties(ChengnuoSettings.class)
public class ProjectionsConfiguration {

    @Bean
    EventFeed eventFeed(DataSource dataSource, ChengnuoSettings settings) {
        var journal = new JournalFeed(dataSource);
        return switch (settings.feed()) {
            case JOURNAL -> journal;
            case KAFKA -> new KafkaFeed(settings.kafka(), journal);
        };
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
    Register register(DataSource dataSource, ChengnuoSettings settings) {
        return new Register(dataSource, settings.kafka().partitions());
    }

    @Bean
    Registered registered(DataSource dataSource) {
        return new Registered(dataSource);
    }

    @Bean
    Rulebook rulebook(Editions editions) {
        return new Rulebook(editions::calendar, editions::policies);
    }

    // Closed by the intake, when its thread has ended.
    @Bean(destroyMethod = "")
    ReviewTimes reviewTimes(ParkedEvents parked, Rulebook rules, ChengnuoSettings settings) {
        ChengnuoSettings.Statistics set = settings.statistics();
        return new ReviewTimes(
                new StatisticsSettings(settings.dataDir(), set.memory(), set.threads()),
                parked,
                rules);
    }

    @Bean
    Exports exports(DataSource dataSource, ChengnuoSettings settings) {
        return new Exports(dataSource, settings.dataDir().resolve("exports"));
    }

    @Bean
    FactExports factExports(ReviewTimes times, ChengnuoSettings settings) {
        return new FactExports(times, settings.dataDir().resolve("exports"));
    }

    @Bean
    Certificates certificates(
            DataSource dataSource,
            EventFeed feed,
            ReviewTimes times,
            Editions editions,
            ObjectProvider<FigureKind> kinds,
            ObjectProvider<BuildProperties> build) {
        BuildProperties built = build.getIfAvailable();
        return new Certificates(
                dataSource,
                feed,
                times,
                editions,
                kinds.orderedStream().toList(),
                // Without the build's file it runs from an editor.
                built == null ? "development" : built.getName() + " " + built.getVersion());
    }

    @Bean
    Turnarounds turnarounds(ReviewTimes times) {
        return new Turnarounds(times);
    }

    @Bean
    Suppositions suppositions(ReviewTimes times, Editions editions) {
        return new Suppositions(times, editions::calendar);
    }

    @Bean
    Survivals survivals(ReviewTimes times, Editions editions) {
        return new Survivals(times, editions::calendar);
    }

    @Bean
    Trends trends(Turnarounds turnarounds) {
        return new Trends(turnarounds);
    }

    @Bean
    Ageings ageings(ReviewTimes times, Editions editions) {
        return new Ageings(times, editions::calendar);
    }

    @Bean
    Withholding withholding(ChengnuoSettings settings) {
        return new Withholding(settings.statistics().fewest());
    }

    @Bean
    Indicators indicators(ReviewTimes times, Rulebook rules, Withholding withholding) {
        return new Indicators(times, rules, withholding);
    }

    @Bean
    Restatements restatements(
            ReviewTimes times, Rulebook rules, Indicators indicators, Turnarounds turnarounds) {
        return new Restatements(times, rules, indicators, turnarounds);
    }

    @Bean
    Conduct conduct(ReviewTimes times, Rulebook rules, ChengnuoSettings settings) {
        return new Conduct(times, rules, settings.conduct());
    }

    @Bean
    AssessmentRecords assessmentRecords(DataSource dataSource) {
        return new AssessmentRecords(dataSource);
    }

    @Bean
    Figures figures(ReviewTimes times, Rulebook rules, Withholding withholding) {
        return new IndicatorFigures(times, rules, withholding);
    }

    @Bean
    Scoreboards scoreboards(
            DataSource dataSource, AssessmentRecords records, ReviewTimes times, Figures figures) {
        return new Scoreboards(records, times, new Reach(dataSource), figures);
    }

    @Bean(destroyMethod = "")
    Intake intake(
            EventFeed feed,
            List<ReadModel> models,
            ParkedEvents parked,
            ChengnuoSettings settings,
            TakenIn takenIn) {
        ChengnuoSettings.Intake set = settings.intake();
        return new Intake(
                feed,
                models,
                parked,
                new IntakeSettings(set.batch(), set.idle(), set.longestBackOff()),
                takenIn);
    }
}
