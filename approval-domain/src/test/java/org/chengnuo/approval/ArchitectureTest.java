package org.chengnuo.approval;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * How the domain is built. Every rule must catch the violator that stands for it under {@code
 * violations}: a rule that is mistyped would otherwise pass in silence.
 */
class ArchitectureTest {

    private static final JavaClasses DOMAIN =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    enum Rule {
        PLAIN_JAVA(
                classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify..", "org.chengnuo.approval..")
                        .andShould()
                        .onlyDependOnClassesThat(
                                not(
                                        resideInAPackage("org.chengnuo.approval.api..")
                                                .or(
                                                        resideInAPackage(
                                                                "org.chengnuo.approval.projections..")))),
                "framed"),

        NO_TIME_AND_NO_CHANCE_OF_ITS_OWN(
                noClasses()
                        .should()
                        .callMethodWhere(
                                describe(
                                        "it reads a clock, a default zone or a random source",
                                        call -> asksTheMachine(call.getTarget())))
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Clock.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(java.util.random.RandomGenerator.class),
                "clocked"),

        /**
         * An event of a part is a project event and its command a project command, so that one
         * sealed family holds the whole story; the project asks its parts; and a decision and its
         * refusal speak of them all. These packages count as one.
         */
        NO_CYCLES_BUT_WITHIN_THE_STORY(
                slices().assignedFrom(new Packages()).should().beFreeOfCycles(), "cyclic"),

        NULL_MARKED(
                classes().that(not(simpleName("module-info"))).should(resideInANullMarkedPackage()),
                "unmarked");

        private final ArchRule rule;
        private final String violator;

        Rule(ArchRule rule, String violator) {
            this.rule = rule;
            this.violator = violator;
        }

        JavaClasses violators() {
            return new ClassFileImporter()
                    .importPath(
                            Path.of(
                                    "target/test-classes/org/chengnuo/approval/violations",
                                    violator));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isKeptByTheDomain(Rule rule) {
        rule.rule.check(DOMAIN);
    }

    @ParameterizedTest
    @EnumSource
    void catchesItsViolator(Rule rule) {
        var violators = rule.violators();

        assertThat(violators).as("the violators of %s", rule).isNotEmpty();
        assertThat(rule.rule.evaluate(violators).hasViolation()).isTrue();
    }

    /** One by one: a rule that is an «or» of many must catch each of them. */
    @ParameterizedTest
    @CsvSource({"instant", "date", "dateTime", "id", "zone", "millis", "nanos", "clock", "random"})
    void noneOfTheWaysToAskTheMachineIsForgotten(String method) {
        assertThat(
                        Rule.NO_TIME_AND_NO_CHANCE_OF_ITS_OWN
                                .rule
                                .evaluate(Rule.NO_TIME_AND_NO_CHANCE_OF_ITS_OWN.violators())
                                .getFailureReport()
                                .getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("." + method + "()"));
    }

    @Test
    void theWholeDomainIsLookedAt() {
        assertThat(DOMAIN.stream().map(JavaClass::getPackageName).distinct())
                .contains(
                        "org.chengnuo.approval",
                        "org.chengnuo.approval.assessment",
                        "org.chengnuo.approval.calendar",
                        "org.chengnuo.approval.clock",
                        "org.chengnuo.approval.commitment",
                        "org.chengnuo.approval.construction",
                        "org.chengnuo.approval.filing",
                        "org.chengnuo.approval.journal",
                        "org.chengnuo.approval.parcel",
                        "org.chengnuo.approval.policy",
                        "org.chengnuo.approval.project",
                        "org.chengnuo.approval.supervision")
                .noneMatch(name -> name.contains("violations"));
    }

    private static final Set<Class<?>> TIMES =
            Set.of(
                    Instant.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class,
                    Year.class,
                    YearMonth.class);

    private static boolean asksTheMachine(AccessTarget.MethodCallTarget target) {
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "now" -> TIMES.stream().anyMatch(owner::isEquivalentTo);
            case "randomUUID" -> owner.isEquivalentTo(UUID.class);
            case "systemDefault" -> owner.isEquivalentTo(ZoneId.class);
            case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
            case "random" -> owner.isEquivalentTo(Math.class);
            default -> false;
        };
    }

    /** One slice a package, but one for the project and all its parts together. */
    private static final class Packages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith("org.chengnuo.approval")) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(
                    name.matches(
                                    "org\\.chengnuo\\.approval(\\.(project|policy|assessment|calendar\\.editions|parcel|filing|commitment|supervision|construction))?")
                            ? "the story of a project"
                            : name);
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info is @NullMarked") {

            private final Set<String> told = new HashSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                        type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
                if (!marked && told.add(type.getPackageName())) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " has no @NullMarked"));
                }
            }
        };
    }
}
