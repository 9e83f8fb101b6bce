package dev.signet.accounts;

import dev.signet.accounts.role.RoleService;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Protection of the last administrator. Every change that can remove an administrator first locks the row of the role.
 * So two such changes run one after the other, also on two nodes.
 */
@ApplicationScoped
class Administrators {

    private final EntityManager entities;
    private final RoleService roles;
    private final AccountRepository accounts;

    Administrators(EntityManager entities, RoleService roles, AccountRepository accounts) {
        this.entities = entities;
        this.roles = roles;
        this.accounts = accounts;
    }

    /** Waits until no other transaction can change the set of administrators. Call it before accounts are read. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock() {
        roles.lockAdmin();
    }

    /** Rejects the change just made if no account remains that can administer this service. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireOne() {
        entities.flush();
        if (accounts.countAdministrators() == 0) {
            throw new ServiceException(ErrorCode.LAST_ADMINISTRATOR, "the account is the last administrator");
        }
    }
}
