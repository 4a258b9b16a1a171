package org.chengnuo.approval.api;

import org.chengnuo.approval.api.database.EmbeddedDatabaseTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The whole program on a free port, with an empty database and the users of the demonstration. What
 * falls due happens before an act in its project, and otherwise when a test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"chengnuo.demo.simulate=false", "chengnuo.automation.enabled=false"})
@Import(OfficeClock.class)
@EmbeddedDatabaseTest
@ActiveProfiles("demo")
public @interface OfficeTest {}
