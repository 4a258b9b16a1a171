package org.chengnuo.approval.api.imports;

import org.chengnuo.approval.Reason;
import org.chengnuo.approval.calendar.ShippedCalendars;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code java -jar … import FILE --mapping M [--zone Z]}: the same import as over HTTP, into the
 * same database, without a web server. Killed and started again, it goes on.
 */
public final class ImportCommand {

    private static final String USAGE =
            """
            usage: java -jar approval-api.jar import FILE --mapping M [--zone Z]
              FILE  a log: XES, XES compressed with gzip, or CSV in UTF-8
              M     %s, or a file with a mapping in YAML
              Z     the zone of the cases, unless the mapping says it
            Settings of the program follow as --name=value, such as --chengnuo.data-dir=/srv/chengnuo\
            """
                    .formatted(String.join(" or ", ShippedMappings.NAMES));

    private final Asked asked;
    private final ConfigurableApplicationContext program;
    private final Imports imports;
    private volatile boolean stopping;
    private String said = "";

    private ImportCommand(Asked asked, ConfigurableApplicationContext program) {
        this.asked = asked;
        this.program = program;
        this.imports = program.getBean(Imports.class);
    }

    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("import");
    }

    /**
     * Imports, and tells how it went.
     *
     * @param program not started yet; it has ended afterwards
     * @return the exit code: 0 if the log is imported
     */
    public static int run(SpringApplication program, String... arguments) {
        Asked asked;
        try {
            asked = Asked.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            return 1;
        } catch (ImportRefused refused) {
            tell(refused.inEnglish(), refused.inChinese());
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
        try (started) {
            return new ImportCommand(asked, started).carryOut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int carryOut() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        // Asked to end, the program waits until what is being recorded is committed.
        program.addApplicationListener((ContextClosedEvent _) -> stopAndAwait(ended));
        try {
            LogImport log = handIn();
            System.out.printf(
                    "Import %s: %s under the mapping %s, zone %s%n",
                    log.id(), log.fileName(), log.mapping().name(), log.zone());
            if (log.state() == ImportState.DONE) {
                System.out.println("It was imported before; nothing changes.");
            }
            Thread teller = Thread.ofPlatform().daemon().start(() -> tellProgress(log.id()));
            workAt(log.id());
            teller.interrupt();
            teller.join();
            return tellResult(imports.find(log.id()).orElseThrow());
        } catch (ImportRefused refused) {
            tell(refused.inEnglish(), refused.inChinese());
            return 1;
        } catch (ImportConflict conflict) {
            tell(conflict.inEnglish(), conflict.inChinese());
            return 1;
        } catch (IOException failure) {
            System.err.println("The file cannot be read: " + failure);
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private void stopAndAwait(CountDownLatch ended) {
        stopping = true;
        try {
            boolean _ = ended.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LogImport handIn() throws IOException {
        try (InputStream file = Files.newInputStream(asked.file())) {
            return program.getBean(ImportDesk.class)
                    .handIn(
                            file,
                            String.valueOf(asked.file().getFileName()),
                            asked.mapping(),
                            asked.zone(),
                            System.getProperty("user.name", "command line"));
        }
    }

    private void workAt(String id) throws InterruptedException {
        ImportRecorder recorder = program.getBean(ImportRecorder.class);
        ImportTurn turn = program.getBean(ImportTurn.class);
        while (isUnderWay(id) && !stopping) {
            boolean had =
                    turn.tryTake(
                            () ->
                                    imports.find(id)
                                            .filter(log -> log.state().isUnderWay())
                                            .ifPresent(
                                                    log -> recorder.workAt(log, () -> stopping)));
            if (!had) {
                say("  another import has the turn");
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private boolean isUnderWay(String id) {
        return imports.find(id).orElseThrow().state().isUnderWay();
    }

    private void tellProgress(String id) {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(2);
                LogImport log = imports.find(id).orElseThrow();
                LogImport.Total total = log.total();
                if (log.state() == ImportState.READING) {
                    say(
                            "  reading %3d %%  %,d events"
                                    .formatted(log.percent(), log.readSoFar().events()));
                } else if (log.state() == ImportState.RECORDING && total != null) {
                    say(
                            "  recording %3d %%  %,d of %,d cases, %,d of %,d events"
                                    .formatted(
                                            log.percent(),
                                            log.casesDone(),
                                            total.cases(),
                                            log.eventsDone(),
                                            total.events()));
                }
            }
        } catch (InterruptedException e) {
            // The result is told instead.
        }
    }

    private synchronized void say(String line) {
        if (!line.equals(said)) {
            System.out.println(line);
            said = line;
        }
    }

    private int tellResult(LogImport log) {
        LogImport.Refused refused = log.refused();
        if (refused != null) {
            tell(refused.english(), refused.chinese());
        }
        LogImport.Total total = log.total();
        System.out.printf(
                "%s: %,d of %s cases, %,d of %s events, %s legal acts of which %,d rejected; %,.1f"
                        + " events per second%n",
                log.state(),
                log.casesDone(),
                total == null ? "?" : "%,d".formatted(total.cases()),
                log.eventsDone(),
                total == null ? "?" : "%,d".formatted(total.events()),
                total == null ? "?" : "%,d".formatted(total.mapped()),
                log.rejected(),
                log.rate(program.getBean(Clock.class).instant()));
        for (Map.Entry<Reason, Long> each : imports.rejectedByReason(log.id()).entrySet()) {
            System.out.printf(
                    "  %,7d  %s: %s%n", each.getValue(), each.getKey(), each.getKey().english());
        }
        if (log.state().isUnderWay()) {
            System.out.println("Stopped; started again, it goes on.");
        }
        return log.state() == ImportState.DONE ? 0 : 1;
    }

    private static void tell(String english, String chinese) {
        System.err.println(english);
        if (System.err.charset().newEncoder().canEncode(chinese)) {
            System.err.println(chinese);
        }
    }

    /**
     * What is asked for, as far as that can be seen before the program starts.
     *
     * @param mapping the name of a shipped one, or a document
     * @param settings of the program
     */
    private record Asked(Path file, String mapping, @Nullable String zone, List<String> settings) {

        /**
         * @throws IllegalArgumentException with a line for whoever asked
         * @throws ImportRefused if the mapping or the zone is wrong
         */
        static Asked of(String... arguments) {
            String file = null;
            String mapping = null;
            String zone = null;
            List<String> settings = new ArrayList<>();
            for (int i = 1; i < arguments.length; i++) {
                String argument = arguments[i];
                String[] option = argument.split("=", 2);
                if (option[0].equals("--mapping") || option[0].equals("--zone")) {
                    String value =
                            option.length == 2
                                    ? option[1]
                                    : ++i < arguments.length ? arguments[i] : "";
                    if (value.isBlank()) {
                        throw wrong(option[0] + " lacks its value");
                    }
                    if (option[0].equals("--zone")) {
                        zone = value;
                    } else {
                        mapping = value;
                    }
                } else if (argument.startsWith("--") && option.length == 2) {
                    settings.add(argument);
                } else if (argument.startsWith("-")) {
                    throw wrong("there is no " + argument);
                } else if (file != null) {
                    throw wrong("one file at a time, not " + file + " and " + argument);
                } else {
                    file = argument;
                }
            }
            if (file == null || mapping == null) {
                throw wrong(file == null ? "FILE is missing" : "--mapping is missing");
            }
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw new IllegalArgumentException(
                        "There is no file %s that can be read.".formatted(path.toAbsolutePath()));
            }
            String document = document(mapping);
            var _ =
                    new ShippedMappings(() -> Set.copyOf(ShippedCalendars.names()))
                            .find(document)
                            .zoneOf(zone);
            return new Asked(path, document, zone, settings);
        }

        private static String document(String mapping) {
            Path path = Path.of(mapping);
            if (ShippedMappings.NAMES.contains(mapping) || !Files.isRegularFile(path)) {
                if (mapping.contains("/")
                        || mapping.endsWith(".yaml")
                        || mapping.endsWith(".yml")) {
                    throw new IllegalArgumentException(
                            "There is no mapping %s.".formatted(path.toAbsolutePath()));
                }
                return mapping;
            }
            try {
                return Files.readString(path);
            } catch (IOException failure) {
                throw new IllegalArgumentException(
                        "The mapping %s cannot be read: %s".formatted(path, failure), failure);
            }
        }

        private static IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException("import: " + what + "\n" + USAGE);
        }
    }
}
