package org.chengnuo.approval.parts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The tests of this class run against the PostgreSQL and the Kafka that were chosen: in containers,
 * or embedded. They are told which as a parameter of type {@link Parts}, and say it in the report.
 * {@code -Dgroups=real-parts} runs these tests alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("real-parts")
@ExtendWith(ChosenParts.class)
public @interface RealParts {}
