package org.chengnuo.approval.api.policy;

import org.chengnuo.approval.Finding;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a draft lacks, all of it: reading it stops at the first field that is missing, or there as
 * null.
 */
final class MissingFields {

    /** By one of these a part of an edition is known. */
    private static final List<String> NAMES = List.of("code", "version", "name");

    private final List<Finding> findings = new ArrayList<>();

    private MissingFields() {}

    static List<Finding> of(JsonNode json, Class<? extends Record> type) {
        var fields = new MissingFields();
        fields.look(json, type, null, "");
        return List.copyOf(fields.findings);
    }

    /**
     * @param item the part of the edition that this is of; null for the whole
     * @param path of the object within it
     */
    private void look(JsonNode json, Class<?> type, @Nullable String item, String path) {
        if (!json.isObject()) {
            return; // reading it tells what is expected
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = json.path(component.getName());
            String field = path + component.getName();
            if (!value.isMissingNode() && !value.isNull()) {
                within(value, component.getGenericType(), item, field);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                findings.add(new Finding(item, field, "it is missing", "缺少内容"));
            }
        }
    }

    private void within(JsonNode value, Type type, @Nullable String item, String field) {
        if (type instanceof Class<?> one && one.isRecord()) {
            look(value, one, item, field + ".");
        } else if (type instanceof ParameterizedType many
                && many.getRawType() instanceof Class<?> list
                && Collection.class.isAssignableFrom(list)
                && many.getActualTypeArguments()[0] instanceof Class<?> of) {
            for (int i = 0; i < value.size(); i++) {
                look(value.path(i), field, i, of, item);
            }
        }
    }

    private void look(
            JsonNode part, String field, int index, Class<?> type, @Nullable String item) {
        if (part.isNull()) {
            findings.add(
                    new Finding(item, "%s[%d]".formatted(field, index), "it is missing", "缺少内容"));
        } else if (type.isRecord() && item == null) {
            look(part, type, name(part, field, index), "");
        } else if (type.isRecord()) {
            look(part, type, item, "%s[%d].".formatted(field, index));
        }
    }

    private static String name(JsonNode part, String field, int index) {
        return NAMES.stream()
                .flatMap(name -> Stream.ofNullable(part.path(name).asString(null)))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("%s[%d]".formatted(field, index));
    }
}
