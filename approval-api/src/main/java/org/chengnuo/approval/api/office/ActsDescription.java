package org.chengnuo.approval.api.office;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import jakarta.servlet.http.HttpServletRequest;

import org.chengnuo.approval.api.evidence.EvidenceHash;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Map;

/** What the OpenAPI description says of acts: what all of them take and answer. */
@Configuration(proxyBeanMethods = false)
class ActsDescription {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String BAD_VALUE =
            """
            {"type": "urn:chengnuo:problem:bad-value", "title": "A value is not right",
             "titleZh": "取值不正确", "status": 400,
             "detail": "promise.milestones.[0].by: Text '2026-13-01' could not be parsed",
             "field": "promise.milestones.[0].by"}
            """;

    private static final String OUT_OF_TURN =
            """
            {"type": "urn:chengnuo:refusal:already-accepted", "title": "The filing has been accepted already",
             "titleZh": "办件已受理", "status": 409, "reason": "ALREADY_ACCEPTED"}
            """;

    private static final String STALE =
            """
            {"type": "urn:chengnuo:problem:stale-version", "title": "It has gone on since you looked at it",
             "titleZh": "内容已有更新", "status": 412, "field": "If-Match"}
            """;

    private static final String LACKING =
            """
            {"type": "urn:chengnuo:refusal:notice-missing",
             "title": "The clock stops only with a written notice to the applicant",
             "titleZh": "应当书面告知申请人所需时间", "status": 422, "reason": "NOTICE_MISSING",
             "field": "notice", "article": "ALL Art. 45"}
            """;

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

    /** What every act answers: a receipt, or a problem. */
    @Bean
    OperationCustomizer answersOfActs() {
        return (operation, handler) -> {
            if (isAct(handler)) {
                var answers = new ApiResponses();
                answers.addApiResponse("200", receipt("Recorded 已记录"));
                answers.addApiResponse(
                        "201",
                        receipt("Recorded; Location has the address of what came into being 已设立")
                                .addHeaderObject(
                                        "Location", new Header().schema(new StringSchema())));
                answers.addApiResponse("400", problem("The request cannot be read", BAD_VALUE));
                answers.addApiResponse("409", problem("Refused: it is not in turn", OUT_OF_TURN));
                answers.addApiResponse(
                        "412", problem("The project has gone on since you looked at it", STALE));
                answers.addApiResponse(
                        "422",
                        problem(
                                "Refused: something is missing or not as the rules want it",
                                LACKING));
                operation.setResponses(answers);
            }
            return operation;
        };
    }

    private static boolean isAct(HandlerMethod handler) {
        return !handler.hasMethodAnnotation(GetMapping.class)
                && handler.getReturnType()
                        .getGenericParameterType()
                        .equals(
                                ResolvableType.forClassWithGenerics(
                                                ResponseEntity.class, String.class)
                                        .getType());
    }

    private static ApiResponse receipt(String description) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        "ETag",
                        new Header()
                                .description("the version, for If-Match")
                                .schema(new StringSchema()))
                .content(
                        content(
                                MediaType.APPLICATION_JSON_VALUE,
                                "Receipt",
                                """
                                {"project": "0195d7a0-0000-7000-8000-000000000001", "version": 3,
                                 "recorded": [{"event": "filing.accepted",
                                               "occurredAt": "2026-03-12T01:00:00Z"}]}
                                """));
    }

    private static ApiResponse problem(String description, String example) {
        return new ApiResponse()
                .description(description)
                .content(content(MediaType.APPLICATION_PROBLEM_JSON_VALUE, "Problem", example));
    }

    private static Content content(String type, String schema, String example) {
        var named = new Schema<Object>();
        named.set$ref("#/components/schemas/" + schema);
        return new Content()
                .addMediaType(
                        type,
                        new io.swagger.v3.oas.models.media.MediaType()
                                .schema(named)
                                .example(JSON.readValue(example, Map.class)));
    }

    @Bean
    @SuppressWarnings("rawtypes") // the library's own
    OpenApiCustomizer acts() {
        SpringDocUtils.getConfig().replaceWithClass(EvidenceHash.class, String.class);
        return api -> {
            api.getInfo()
                    .description(
                            "A review clock that can be audited. Acts take an optional"
                                    + " Idempotency-Key and an optional If-Match with the"
                                    + " project's version; refusals are problem documents"
                                    + " (RFC 9457).");
            ModelConverters.getInstance(true)
                    .readAll(Window.Receipt.class)
                    .forEach(api.getComponents()::addSchemas);
        };
    }
}
