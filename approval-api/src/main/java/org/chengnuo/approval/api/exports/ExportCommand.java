package org.chengnuo.approval.api.exports;

import org.chengnuo.approval.project.ProjectId;
import org.chengnuo.approval.project.ZoneCode;
import org.chengnuo.approval.projections.export.Export;
import org.chengnuo.approval.projections.export.Exports;
import org.chengnuo.approval.projections.export.Format;
import org.chengnuo.approval.projections.export.Selection;
import org.chengnuo.approval.projections.intake.Position;
import org.chengnuo.approval.projections.intake.StoryChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code java -jar … export --format xes --out FILE}: the same export as over HTTP, from the same
 * database, without a web server. The file is there when it is complete.
 */
public final class ExportCommand {

    private static final String USAGE =
            """
            usage: java -jar approval-api.jar export --format F --out FILE [--zone Z] [--import I]
                       [--project P] [--from T] [--to T] [--as-of POSITION]
              F     %s
              T     a moment, such as 2024-01-01T00:00:00+08:00
            Settings of the program follow as --name=value, such as --chengnuo.data-dir=/srv/chengnuo\
            """
                    .formatted(Format.words());

    private static final Set<String> OPTIONS =
            Set.of(
                    "--format",
                    "--out",
                    "--zone",
                    "--import",
                    "--project",
                    "--from",
                    "--to",
                    "--as-of");

    private ExportCommand() {}

    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("export");
    }

    /**
     * Exports, and tells how it went.
     *
     * @param program not started yet; it has ended afterwards
     * @return the exit code: 0 if the file is written
     */
    public static int run(SpringApplication program, String... arguments) {
        Asked asked;
        try {
            asked = Asked.of(arguments);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            System.err.println("export: " + wrong.getMessage() + "\n" + USAGE);
            return 1;
        }
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setDefaultProperties(Map.of("logging.level.root", "warn"));
        ConfigurableApplicationContext started;
        try {
            started = program.run(asked.settings().toArray(String[]::new));
        } catch (RuntimeException reported) {
            // Spring has said why.
            return 1;
        }
        try (started;
                Export export = started.getBean(Exports.class).begin(asked.selection())) {
            write(export, asked);
            return 0;
        } catch (IOException | RuntimeException failure) {
            System.err.println("The export failed: " + failure.getMessage());
            return 1;
        }
    }

    private static void write(Export export, Asked asked) throws IOException {
        Path part = asked.out().resolveSibling(asked.out().getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                export.write(asked.format(), out);
            }
            Files.move(part, asked.out(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        System.out.printf(
                "%s: %,d bytes, as of %s%n", asked.out(), Files.size(asked.out()), export.upTo());
    }

    /**
     * What is asked for, as far as that can be seen before the program starts.
     *
     * @param settings of the program
     */
    private record Asked(Format format, Path out, Selection selection, List<String> settings) {

        static Asked of(String... arguments) {
            Map<String, String> said = new HashMap<>();
            List<String> settings = new ArrayList<>();
            // To look at the journal is no occasion for what is due in it to happen.
            settings.add("--chengnuo.automation.enabled=false");
            settings.add("--chengnuo.demo.simulate=false");
            for (int i = 1; i < arguments.length; i++) {
                String[] option = arguments[i].split("=", 2);
                if (OPTIONS.contains(option[0])) {
                    String value =
                            option.length == 2
                                    ? option[1]
                                    : ++i < arguments.length ? arguments[i] : "";
                    if (value.isBlank()) {
                        throw new IllegalArgumentException(option[0] + " lacks its value");
                    }
                    said.put(option[0], value);
                } else if (arguments[i].startsWith("--") && option.length == 2) {
                    settings.add(arguments[i]);
                } else {
                    throw new IllegalArgumentException("there is no " + arguments[i]);
                }
            }
            String format = said.get("--format");
            String out = said.get("--out");
            if (format == null || out == null) {
                throw new IllegalArgumentException(
                        (format == null ? "--format" : "--out") + " is missing");
            }
            return new Asked(Format.of(format), written(out), selection(said), settings);
        }

        private static Path written(String out) {
            Path file = Path.of(out).toAbsolutePath();
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
                throw new IllegalArgumentException("there can be no file " + file);
            }
            return file;
        }

        private static Selection selection(Map<String, String> said) {
            String zone = said.get("--zone");
            String project = said.get("--project");
            String asOf = said.get("--as-of");
            return new Selection(
                    new StoryChoice(
                            zone == null ? null : new ZoneCode(zone).value(),
                            said.get("--import"),
                            project == null ? null : ProjectId.of(project).toString()),
                    moment(said.get("--from")),
                    moment(said.get("--to")),
                    asOf == null ? null : Position.of(asOf));
        }

        private static @Nullable Instant moment(@Nullable String text) {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        }
    }
}
