package org.chengnuo.approval.projections.intake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.RecordComponent;

/**
 * The domain's values as JSON, without an annotation in the domain: a value with one component
 * {@code value} is that value, one that is read by {@code of(String)} is its text, and all else is
 * an object of its components.
 */
public final class DomainJson {

    private DomainJson() {}

    /**
     * The mapper of the journal: strict, with times as ISO-8601 text and absent values left out.
     */
    public static JsonMapper journal() {
        return customize(JsonMapper.builder()).build();
    }

    public static JsonMapper.Builder customize(JsonMapper.Builder builder) {
        return builder.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .annotationIntrospector(
                        tools.jackson.databind.AnnotationIntrospector.pair(
                                new tools.jackson.databind.introspect
                                        .JacksonAnnotationIntrospector(),
                                new ValuesAsText()));
    }

    private static final class ValuesAsText extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedMethod method && method.getParameterCount() == 0) {
                Class<?> type = method.getDeclaringClass();
                if (isText(type)) {
                    return method.getName().equals("toString");
                }
                if (isValue(type)) {
                    return method.getName().equals("value");
                }
            }
            return null;
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(
                MapperConfig<?> config, Annotated annotated) {
            Class<?> type = annotated.getRawType();
            if (isText(type)) {
                boolean reads =
                        annotated instanceof AnnotatedMethod method
                                && method.getName().equals("of");
                return reads ? JsonCreator.Mode.DELEGATING : JsonCreator.Mode.DISABLED;
            }
            if (isValue(type)
                    && annotated instanceof AnnotatedConstructor constructor
                    && constructor.getParameterCount() == 1) {
                return JsonCreator.Mode.DELEGATING;
            }
            return null;
        }

        /** A component of the domain that is not {@code @Nullable} has to be there. */
        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getOwner() instanceof AnnotatedConstructor constructor
                    && isOfTheDomain(constructor.getDeclaringClass())) {
                RecordComponent[] components =
                        constructor.getDeclaringClass().getRecordComponents();
                if (components != null && components.length == constructor.getParameterCount()) {
                    return !components[parameter.getIndex()]
                            .getAnnotatedType()
                            .isAnnotationPresent(Nullable.class);
                }
            }
            return null;
        }

        /** To be there as null is not to be there: what is written can always be read again. */
        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter
                            && Boolean.TRUE.equals(hasRequiredMarker(config, parameter))
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : JsonSetter.Value.empty();
        }

        private static boolean isOfTheDomain(Class<?> type) {
            return isOurs(type) && !type.getName().startsWith("org.chengnuo.approval.api.");
        }

        private static boolean isValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return isOurs(type)
                    && components != null
                    && components.length == 1
                    && components[0].getName().equals("value");
        }

        private static boolean isText(Class<?> type) {
            if (!isOurs(type) || !type.isRecord()) {
                return false;
            }
            try {
                return type.getMethod("of", String.class).getReturnType() == type;
            } catch (NoSuchMethodException e) {
                return false;
            }
        }

        private static boolean isOurs(Class<?> type) {
            return type.getName().startsWith("org.chengnuo.approval.");
        }
    }

    /** As {@link JsonMapper#readValue}, and an error names the place but quotes no payload. */
    public static <T> T read(JsonMapper mapper, String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "not a %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }
}
