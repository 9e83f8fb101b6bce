package dev.signet.accounts.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import java.util.UUID;

/** The table of unused recovery codes. */
@ApplicationScoped
class RecoveryCodeRepository {

    private final EntityManager entities;

    RecoveryCodeRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID account, byte[] mac) {
        entities.createNativeQuery("insert into recovery_code (account_id, code_mac) values (:account, :mac)")
                .setParameter("account", account)
                .setParameter("mac", mac)
                .executeUpdate();
    }

    /** Consumes a code. Returns false if the account does not have it, or no longer has it. */
    boolean consume(UUID account, byte[] mac) {
        return entities.createNativeQuery("delete from recovery_code where account_id = :account and code_mac = :mac")
                        .setParameter("account", account)
                        .setParameter("mac", mac)
                        .executeUpdate()
                == 1;
    }

    int countUnused(UUID account) {
        return ((Number) entities.createNativeQuery("select count(*) from recovery_code where account_id = :account")
                        .setParameter("account", account)
                        .getSingleResult())
                .intValue();
    }

    void removeOf(UUID account) {
        entities.createNativeQuery("delete from recovery_code where account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
