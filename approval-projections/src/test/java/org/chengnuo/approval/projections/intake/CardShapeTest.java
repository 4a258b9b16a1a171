package org.chengnuo.approval.projections.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The read models keep cards between batches, as JSON. */
class CardShapeTest {

    @Test
    void whoChangesTheShapeOfACardRaisesTheVersionsOfRegisterAndReviewTimes() throws IOException {
        var shapes = new TreeMap<String, String>();
        collect(ProjectCard.class, shapes);
        collect(FilingCard.class, shapes);

        String shape =
                shapes.entrySet().stream()
                        .map(entry -> entry.getKey() + "(" + entry.getValue() + ")")
                        .collect(Collectors.joining("\n"));

        assertThat(shape + "\n").isEqualTo(approved());
    }

    private static void collect(Class<?> type, Map<String, String> shapes) {
        if (!type.getName().startsWith("org.chengnuo.") || shapes.containsKey(name(type))) {
            return;
        }
        if (type.isRecord()) {
            shapes.put(
                    name(type),
                    Stream.of(type.getRecordComponents())
                            .map(c -> c.getName() + " " + c.getGenericType().getTypeName())
                            .map(text -> text.replaceAll("[a-z.]+\\.", ""))
                            .collect(Collectors.joining(", ")));
            for (RecordComponent component : type.getRecordComponents()) {
                collect(component.getType(), shapes);
                if (Collection.class.isAssignableFrom(component.getType())
                        && component.getGenericType()
                                instanceof java.lang.reflect.ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> of) {
                    collect(of, shapes);
                }
            }
        } else if (type.isEnum()) {
            shapes.put(
                    name(type),
                    Stream.of(type.getEnumConstants())
                            .map(Object::toString)
                            .sorted(Comparator.naturalOrder())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String name(Class<?> type) {
        return type.getSimpleName();
    }

    private static String approved() throws IOException {
        try (var file = CardShapeTest.class.getResourceAsStream("cards-of-version-4.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
