import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Holds every Java file of the tree to google-java-format, AOSP style: «check» fails and names the
 * files that differ, «apply» rewrites them.
 *
 * <p>Run on the JDK of the toolchain, because the formatter reads Java only as new as the JVM that
 * it runs on, and Maven itself may run on an older one.
 */
class FormatSources {

    public static void main(String[] args) throws Exception {
        boolean apply = args[0].equals("apply");
        var formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        var different = new ArrayList<Path>();
        for (String module :
                new String[] {
                    "approval-domain", "approval-projections", "approval-api", "deploy"
                }) {
            try (var files = Files.walk(Path.of(args[1], module))) {
                for (Path file : files.filter(FormatSources::isSource).sorted().toList()) {
                    String source = Files.readString(file);
                    String formatted = source;
                    try {
                        // The formatter may want a second look at what it has broken into lines.
                        for (int looks = 0; looks < (apply ? 3 : 1); looks++) {
                            formatted = formatter.formatSourceAndFixImports(formatted);
                        }
                    } catch (com.google.googlejavaformat.java.FormatterException e) {
                        System.err.println(file + ": " + e.getMessage());
                        System.exit(1);
                        return;
                    }
                    if (!formatted.equals(source)) {
                        different.add(file);
                        if (apply) {
                            Files.writeString(file, formatted);
                        }
                    }
                }
            }
        }
        different.forEach(
                file -> System.err.println((apply ? "formatted " : "not formatted: ") + file));
        if (!apply && !different.isEmpty()) {
            System.err.println("Run: mvn -N process-sources -Dformat=apply");
            System.exit(1);
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("/target/");
    }
}
