package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.api.imports.ImportRefused.Reason;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The mappings that come with the product, and whatever else somebody sends as YAML. */
final class ShippedMappings {

    static final List<String> NAMES = List.of("bpic15", "wabo-receipt", "chengnuo");

    private final Supplier<Set<String>> calendars;

    /**
     * @param calendars the names that a mapping may use
     */
    ShippedMappings(Supplier<Set<String>> calendars) {
        this.calendars = calendars;
    }

    /**
     * @param nameOrYaml the name of a shipped mapping, or a document
     * @throws ImportRefused if there is no such mapping, or the document is wrong
     */
    ImportMapping find(String nameOrYaml) {
        String given = nameOrYaml.strip();
        if (given.matches("[\\p{Alnum}_.-]*")) {
            return MappingDocument.read(document(given), calendars.get());
        }
        return MappingDocument.read(nameOrYaml, calendars.get());
    }

    /** The document of a shipped mapping, as an example to write one's own by. */
    static String document(String name) {
        if (!NAMES.contains(name)) {
            throw ImportRefused.because(Reason.UNKNOWN_MAPPING, name, NAMES);
        }
        try (InputStream yaml = ShippedMappings.class.getResourceAsStream(name + ".yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("Not packaged: " + name + ".yaml");
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
