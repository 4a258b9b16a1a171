package org.chengnuo.approval.projections;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * What the projections may lean on: databases, JSON and exact tests, put together and set by
 * Spring; not Axon. The web and security are for those alone who answer: the controllers, and the
 * packages of what all of them need. Every rule must catch the violator that stands for it under
 * {@code violations}: a rule that is mistyped would otherwise pass in silence.
 */
class ProjectionsArchitectureTest {

    private static final JavaClasses PROJECTIONS =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    private static final String[] STORES_AND_JSON = {
        "java..",
        "javax.sql..",
        "javax.xml.stream..",
        "org.jspecify..",
        "org.slf4j..",
        "org.apache.kafka..",
        "io.cloudevents..",
        "org.springframework.beans..",
        "org.springframework.boot.context.properties..",
        "org.springframework.validation..",
        "org.springframework.util..",
        "jakarta.validation..",
        "org.hibernate.validator.constraints..",
        "org.springframework.context..",
        "org.springframework.core..",
        "org.springframework.jdbc..",
        "org.springframework.dao..",
        "org.springframework.transaction..",
        "tools.jackson..",
        "com.fasterxml.jackson..",
        "org.apache.commons.statistics..",
        "org.duckdb..",
        "org.postgresql..",
        "org.chengnuo.approval.."
    };

    private static final String[] WEB = {
        "jakarta.servlet..",
        "org.springframework.boot..",
        "org.springframework.format..",
        "org.springframework.http..",
        "org.springframework.security..",
        "org.springframework.stereotype..",
        "org.springframework.web..",
        "org.springdoc..",
        "io.swagger..",
        "io.micrometer..",
        "io.opentelemetry..",
        "org.flywaydb.."
    };

    /** Who puts the program together, in the package above all others, may know all of it. */
    private static final DescribedPredicate<JavaClass> PROGRAM =
            resideInAPackage("org.chengnuo.approval.projections");

    private static final DescribedPredicate<JavaClass> ANSWERS =
            resideInAnyPackage(
                            "org.chengnuo.approval.projections.access..",
                            "org.chengnuo.approval.projections.operation..",
                            "org.chengnuo.approval.projections.problem..",
                            "org.chengnuo.approval.projections.statistics..")
                    .or(nameMatching(".*\\.(\\w+Controller|Publishing)(\\$.*)?"))
                    .as("answer questions over HTTP");

    enum Rule {
        NO_MORE_THAN_STORES_AND_JSON(
                classes()
                        .that(not(ANSWERS.or(PROGRAM)))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(STORES_AND_JSON),
                "leaning"),

        ANSWERS_NEED_NO_MORE_THAN_THE_WEB(
                classes()
                        .that(ANSWERS.or(PROGRAM))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                Stream.of(STORES_AND_JSON, WEB)
                                        .flatMap(Stream::of)
                                        .toArray(String[]::new)),
                "page"),

        READ_MODELS_DO_NOT_KNOW_WHO_ASKS(
                noClasses().that(not(ANSWERS.or(PROGRAM))).should().dependOnClassesThat(ANSWERS),
                "asking"),

        ANSWERS_KNOW_NO_SQL(
                noClasses()
                        .that(ANSWERS)
                        .and()
                        .resideOutsideOfPackage("org.chengnuo.approval.projections.operation")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "org.springframework.jdbc.."),
                "sql"),

        ANSWERS_ARE_TOLD_THE_TIME(
                noClasses()
                        .that(ANSWERS)
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC"),
                "now"),

        PACKAGES_ARE_NAMED_AFTER_WHAT_THEY_ANSWER(
                noClasses()
                        .should()
                        .resideInAnyPackage(
                                "..controller..",
                                "..service..",
                                "..repository..",
                                "..config..",
                                "..dto..",
                                "..util..",
                                "..common.."),
                "service"),

        KAFKA_IN_ITS_PACKAGE(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.chengnuo.approval.projections.kafka")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.kafka..", "io.cloudevents.."),
                "astray"),

        NOTHING_OF_THE_API(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.chengnuo.approval.api.."),
                "upward"),

        NULL_MARKED(
                classes().that(not(simpleName("module-info"))).should(resideInANullMarkedPackage()),
                "unmarked");

        private final ArchRule rule;
        private final String violator;

        Rule(ArchRule rule, String violator) {
            this.rule = rule;
            this.violator = violator;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isKeptByTheProjections(Rule rule) {
        rule.rule.check(PROJECTIONS);
    }

    @ParameterizedTest
    @EnumSource
    void catchesItsViolator(Rule rule) {
        var violators =
                new ClassFileImporter()
                        .importPath(
                                Path.of(
                                        "target/test-classes/org/chengnuo/approval/projections/violations",
                                        rule.violator));

        assertThat(violators).as("the violators of %s", rule).isNotEmpty();
        assertThat(rule.rule.evaluate(violators).hasViolation()).isTrue();
    }

    @Test
    void theModuleIsLookedAt() {
        assertThat(PROJECTIONS.stream().map(JavaClass::getPackageName))
                .contains("org.chengnuo.approval.projections.intake")
                .noneMatch(name -> name.contains("violations"));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info is @NullMarked") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getPackage().tryGetAnnotationOfType(NullMarked.class).isEmpty()) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " has no @NullMarked"));
                }
            }
        };
    }
}
