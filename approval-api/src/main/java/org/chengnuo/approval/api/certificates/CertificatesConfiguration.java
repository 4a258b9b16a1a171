package org.chengnuo.approval.api.certificates;

import org.chengnuo.approval.projections.certificates.Certificates;
import org.chengnuo.approval.projections.certificates.FigureKind;
import org.chengnuo.approval.projections.editions.Editions;
import org.chengnuo.approval.projections.intake.EventFeed;
import org.chengnuo.approval.projections.reviewtimes.ReviewTimes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import javax.sql.DataSource;

@Configuration(proxyBeanMethods = false)
class CertificatesConfiguration {

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
}
