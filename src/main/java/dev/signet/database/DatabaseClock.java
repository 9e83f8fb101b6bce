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

    /** The time at which the present transaction began, as {@code current_timestamp} gives it. */
    public Instant now() {
        return (Instant) entityManager
                .createNativeQuery("select current_timestamp", Instant.class)
                .getSingleResult();
    }
}
