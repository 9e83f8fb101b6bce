package dev.signet.accounts;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Keeps the last administrator. Whoever may take one away first locks the row of the role, so that two who take away each
 * other come one after the other, also on two nodes.
 */
@ApplicationScoped
class Administrators {

    private final EntityManager entities;
    private final AccountRepository accounts;

    Administrators(EntityManager entities, AccountRepository accounts) {
        this.entities = entities;
        this.accounts = accounts;
    }

    /** Waits until no other transaction may change who administers; to be called before accounts are read. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock() {
        entities.createNativeQuery("select name from role where name = 'admin' for update")
                .getSingleResult();
    }

    /** Refuses the change just made if it left nobody who can administer. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireOne() {
        entities.flush();
        if (accounts.countAdministrators() == 0) {
            throw new ServiceException(ErrorCode.LAST_ADMINISTRATOR, "the account is the last administrator");
        }
    }
}
