package dev.signet.support.installation;

import org.junit.jupiter.api.Tag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marker of tests that {@code ./mvnw verify} runs twice: on H2 with AWS-LC, and on PostgreSQL with the JDK's
 * cryptography. It is for tests of SQL, of races, of several nodes and of signatures. The unmarked ones run on both
 * stacks in {@code .ci/full}.
 */
@Tag("both-stacks")
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OnBothStacks {}
