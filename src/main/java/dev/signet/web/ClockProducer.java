package dev.signet.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;

/** Provides time and randomness, the two dependencies that no class may create itself. */
public final class ClockProducer {

    ClockProducer() {}

    /** Returns the clock of the system, also to classes that Vert.x creates before the container starts. */
    @Produces
    @Singleton
    public static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static SecureRandom random() {
        return new SecureRandom();
    }
}
