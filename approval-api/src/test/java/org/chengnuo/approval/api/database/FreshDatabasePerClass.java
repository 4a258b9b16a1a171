package org.chengnuo.approval.api.database;

import org.chengnuo.approval.parts.Parts;
import org.chengnuo.approval.parts.RealParts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@link EmbeddedDatabaseTest} does. */
final class FreshDatabasePerClass implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, EmbeddedDatabaseTest.class)
                ? new FreshDatabase(testClass.getNestHost(), parts(testClass))
                : null;
    }

    private static Parts parts(Class<?> testClass) {
        return TestContextAnnotationUtils.hasAnnotation(testClass, RealParts.class)
                ? Parts.chosen()
                : Parts.EMBEDDED;
    }

    /** Part of the key by which Spring keeps contexts, so that no other class gets this one. */
    private record FreshDatabase(Class<?> owner, Parts parts) implements ContextCustomizer {

        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TestDatabase database = TestDatabase.fresh(parts);
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password(),
                            "chengnuo.data-dir=" + dataFolder())
                    .applyTo(context);
        }

        private static Path dataFolder() {
            try {
                return Files.createTempDirectory(
                        Files.createDirectories(Path.of("target", "test-data")), "data-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
