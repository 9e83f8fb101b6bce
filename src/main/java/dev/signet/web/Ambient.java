package dev.signet.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;

/** Hands out the two things nobody may reach for on their own: the time and randomness. */
final class Ambient {

    Ambient() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static SecureRandom random() {
        return new SecureRandom();
    }
}
