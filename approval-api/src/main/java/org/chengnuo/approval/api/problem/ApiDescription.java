package org.chengnuo.approval.api.problem;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import jakarta.servlet.http.HttpServletRequest;

import org.chengnuo.approval.api.evidence.EvidenceHash;
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
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The head of the OpenAPI description, which shows the domain's values as the texts that they are.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** Every act takes them: whoever carries one out hands the request to the window. */
    @Bean
    OperationCustomizer headersOfActs() {
        return (operation, handler) -> {
            boolean acts =
                    Arrays.stream(handler.getMethodParameters())
                            .anyMatch(
                                    parameter ->
                                            parameter.getParameterType()
                                                    == HttpServletRequest.class);
            if (acts
                    && handler.hasMethodAnnotation(PostMapping.class)
                    && operation.getRequestBody() != null) {
                operation.addParametersItem(
                        new HeaderParameter()
                                .name("Idempotency-Key")
                                .description("the same key and body give the first answer again")
                                .schema(new StringSchema()));
                operation.addParametersItem(
                        new HeaderParameter()
                                .name("If-Match")
                                .description("the version of the project, as in \"3\"")
                                .schema(new StringSchema()));
                operation.addParametersItem(
                        new HeaderParameter()
                                .name("Acting-For")
                                .description(
                                        "of an agent 代办员 only: the credit code of the enterprise"
                                                + " for which it acts by its entrustment")
                                .schema(new StringSchema()));
            }
            return operation;
        };
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
                        EvidenceHash.class,
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
                                        "A review clock that can be audited. Acts take an optional"
                                            + " Idempotency-Key and an optional If-Match with the"
                                            + " project's version; refusals are problem documents"
                                            + " (RFC 9457).")
                                .license(new License().name("Apache-2.0")));
    }
}
