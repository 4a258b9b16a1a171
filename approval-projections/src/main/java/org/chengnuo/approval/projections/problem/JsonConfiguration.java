package org.chengnuo.approval.projections.problem;

import org.chengnuo.approval.projections.intake.DomainJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Requests and answers write the domain's values as the journal does. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer domainJson() {
        return builder ->
                DomainJson.customize(builder)
                        .addModule(
                                new SimpleModule("plain text")
                                        .addDeserializer(String.class, new PlainText()));
    }

    /**
     * A text is a text, not a number or a truth value, and has no control characters: a database
     * may refuse them, and a page could hide something behind them.
     */
    private static final class PlainText extends StdScalarDeserializer<String> {

        PlainText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            String text = json.getString();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                    throw new IllegalArgumentException(
                            "a text has no control characters, but there is U+%04X at %d"
                                    .formatted((int) c, i + 1));
                }
            }
            return text;
        }
    }
}
