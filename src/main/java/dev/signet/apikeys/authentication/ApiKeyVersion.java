package dev.signet.apikeys.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The version of all API keys. Each change increases it, so that every node notices the change. */
@ApplicationScoped
public class ApiKeyVersion {

    private final EntityManager entityManager;

    ApiKeyVersion(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Begins a change and returns its version: other changes of API keys wait until the current transaction ends. Call
     * it before the data to change is read.
     */
    public long next() {
        entityManager
                .createNativeQuery("update api_key_registry set version = version + 1 where id = 1")
                .executeUpdate();
        return current();
    }

    long current() {
        return ((Number) entityManager
                        .createNativeQuery("select version from api_key_registry where id = 1")
                        .getSingleResult())
                .longValue();
    }
}
