package org.chengnuo.approval.api.database;

import org.chengnuo.approval.parts.RealParts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the Spring context of a test class, its nested classes included, an empty database of its
 * own on the PostgreSQL of all tests, or with {@link RealParts} on the one that was chosen. Tests
 * without Spring take a {@link TestDatabase} themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface EmbeddedDatabaseTest {}
