package org.chengnuo.approval.projections.problem;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.chengnuo.approval.assessment.AssessmentPeriod;
import org.chengnuo.approval.assessment.SchemeCode;
import org.chengnuo.approval.commitment.CommitmentId;
import org.chengnuo.approval.commitment.ObligationId;
import org.chengnuo.approval.filing.FilingId;
import org.chengnuo.approval.parcel.ParcelCode;
import org.chengnuo.approval.policy.ItemCode;
import org.chengnuo.approval.project.CenterCode;
import org.chengnuo.approval.project.CreditCode;
import org.chengnuo.approval.project.IndustryCode;
import org.chengnuo.approval.project.ProjectCode;
import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.RegionCode;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.intake.Position;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.stream.Stream;

/**
 * The head of the OpenAPI description, which shows the domain's values as the texts that they are.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    @SuppressWarnings("rawtypes") // the library's own
    OpenApiCustomizer schemaOfProblems() {
        return api ->
                ModelConverters.getInstance(true)
                        .readAll(Problem.class)
                        .forEach(api.getComponents()::addSchemas);
    }

    @Bean
    OpenAPI api() {
        Stream.of(
                        ProjectId.class,
                        FilingId.class,
                        CommitmentId.class,
                        SchemeCode.class,
                        AssessmentPeriod.class,
                        Position.class,
                        ObligationId.class,
                        ParcelCode.class,
                        ItemCode.class,
                        CenterCode.class,
                        CreditCode.class,
                        IndustryCode.class,
                        ProjectCode.class,
                        RegionCode.class,
                        ZoneCode.class)
                .forEach(value -> SpringDocUtils.getConfig().replaceWithClass(value, String.class));
        return new OpenAPI()
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "user",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("user"))
                .info(
                        new Info()
                                .title("Chengnuo 承诺")
                                .version("v1")
                                .description(
                                        "A review clock that can be audited. Refusals are problem"
                                                + " documents (RFC 9457).")
                                .license(new License().name("Apache-2.0")));
    }
}
