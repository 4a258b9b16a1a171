package org.chengnuo.approval.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How the API keeps its parts apart. Every rule must catch the violator that stands for it under
 * {@code violations}: a rule that is mistyped would otherwise pass in silence.
 */
class ApiArchitectureTest {

    private static final JavaClasses API =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    enum Rule {
        AXON_IS_KNOWN_TO_THE_JOURNAL_ONLY(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.chengnuo.approval.api.journal..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.axonframework.."),
                "axon"),

        SQL_IS_KNOWN_TO_FEW(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "org.chengnuo.approval.api.journal..",
                                "org.chengnuo.approval.api.office..",
                                "org.chengnuo.approval.api.imports..",
                                "org.chengnuo.approval.api.demo..",
                                "org.chengnuo.approval.api.database..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "org.springframework.jdbc.."),
                "sql"),

        TIME_IS_THE_OFFICES(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "org.chengnuo.approval.api.office..",
                                "org.chengnuo.approval.api.database..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC"),
                "now"),

        PACKAGES_ARE_NAMED_AFTER_WHAT_A_PERSON_DOES(
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

        NULL_MARKED(classes().should(resideInANullMarkedPackage()), "unmarked");

        private final ArchRule rule;
        private final String violator;

        Rule(ArchRule rule, String violator) {
            this.rule = rule;
            this.violator = violator;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isKeptByTheApi(Rule rule) {
        rule.rule.check(API);
    }

    @ParameterizedTest
    @EnumSource
    void catchesItsViolator(Rule rule) {
        var violators =
                new ClassFileImporter()
                        .importPath(
                                Path.of(
                                        "target/test-classes/org/chengnuo/approval/api/violations",
                                        rule.violator));

        assertThat(violators).as("the violators of %s", rule).isNotEmpty();
        assertThat(rule.rule.evaluate(violators).hasViolation()).isTrue();
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
