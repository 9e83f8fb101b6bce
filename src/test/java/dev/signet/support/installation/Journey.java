package dev.signet.support.installation;

import org.junit.jupiter.api.Tag;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marker of black-box tests that {@code ./mvnw verify} also runs against the packaged artifact. The unmarked ones run
 * against it in {@code .ci/full}.
 */
@Tag("journey")
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Journey {}
