package org.chengnuo.approval.projections;

import org.chengnuo.approval.projections.access.UsersCheck;
import org.chengnuo.approval.projections.operation.StartChecks;
import org.chengnuo.approval.projections.operation.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.util.Map;

/**
 * The program of the read models: it fills them and answers the questions, and carries out no act.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ProjectionsConfiguration.class)
public class Projections {

    @Bean
    Clock time() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        SpringApplication program = new SpringApplication(Projections.class);
        // Its own settings are not called application.yaml: the API, which has these classes too,
        // finds one of that name, its own.
        program.setDefaultProperties(Map.of("spring.config.name", "projections,application"));
        program.addListeners(
                new UsersCheck(),
                new StartChecks(
                        _ -> {
                            throw new StartRefused(
                                    "There is no database: set SPRING_DATASOURCE_URL, _USERNAME"
                                            + " and _PASSWORD to the PostgreSQL of the journal that"
                                            + " approval-api writes.");
                        }));
        program.run(args);
    }
}
