package dev.signet.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.time.Instant;

/** The database's own time, the only clock that several nodes share. */
@ApplicationScoped
public class DatabaseClock {

    private final EntityManager entityManager;

    DatabaseClock(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Returns the time at which the current transaction began ({@code current_timestamp}). */
    public Instant now() {
        return (Instant) entityManager
                .createNativeQuery("select current_timestamp", Instant.class)
                .getSingleResult();
    }
}
