package org.chengnuo.approval.api;

import org.chengnuo.approval.api.database.EmbeddedDatabase;
import org.chengnuo.approval.api.evidence.EvidenceCheck;
import org.chengnuo.approval.api.exports.ExportCommand;
import org.chengnuo.approval.api.imports.ImportCommand;
import org.chengnuo.approval.projections.ProjectionsConfiguration;
import org.chengnuo.approval.projections.access.UsersCheck;
import org.chengnuo.approval.projections.operation.StartChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The program. */
@SpringBootApplication
@Import(ProjectionsConfiguration.class)
public class Chengnuo {

    public static void main(String[] args) {
        // An office's server sends nothing out and advertises nothing; Axon reads these before
        // Spring is there.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication program = new SpringApplication(Chengnuo.class);
        program.addListeners(
                new UsersCheck(), new EvidenceCheck(), new StartChecks(EmbeddedDatabase::start));
        if (ImportCommand.isMeantBy(args)) {
            System.exit(ImportCommand.run(program, args));
        }
        if (ExportCommand.isMeantBy(args)) {
            System.exit(ExportCommand.run(program, args));
        }
        program.run(args);
    }
}
