package org.chengnuo.approval.api.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Where the libraries of the pages stand: in their WebJars, which this server serves itself. The
 * versions are read from the jars, so that only the build names them.
 */
final class Libraries {

    static final String ECHARTS =
            "/_static/echarts/%s/dist/echarts.min.js".formatted(version("org.mvnpm", "echarts"));

    static final String PICO =
            "/webjars/picocss__pico/%s/css/pico.min.css"
                    .formatted(version("org.webjars.npm", "picocss__pico"));

    private Libraries() {}

    private static String version(String group, String artifact) {
        String file = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
        try (var stream = Libraries.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the WebJar is missing: " + file);
            }
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
