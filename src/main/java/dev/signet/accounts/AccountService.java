package dev.signet.accounts;

import dev.signet.accounts.name.TrimmedName;
import dev.signet.accounts.name.Username;
import dev.signet.accounts.password.PasswordHasher;
import dev.signet.accounts.password.PasswordRules;
import dev.signet.accounts.role.RoleService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Finds and creates accounts, and decides whether an account may receive tokens. */
@ApplicationScoped
public class AccountService {

    private final AccountRepository accounts;
    private final RoleService roles;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final SecurityEvents events;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            RoleService roles,
            PasswordHasher hasher,
            PasswordRules rules,
            SecurityEvents events,
            Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.hasher = hasher;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Optional<Account> find(UUID id) {
        return accounts.withRoles(id).map(StoredAccount::view);
    }

    @Transactional
    public Optional<Account> findByUsername(String username) {
        return accounts.withRoles(Username.key(username)).map(StoredAccount::view);
    }

    /** Returns the id of the account with a username, by the same query whether or not the account exists. */
    @Transactional
    public Optional<UUID> findId(String username) {
        return accounts.credentials(Username.key(username)).map(StoredCredentials::id);
    }

    /**
     * Returns the account if it may receive tokens now. Every path that issues a token calls this method and no other.
     */
    @Transactional
    public Optional<Account> findActive(UUID id) {
        return accounts.withRoles(id).filter(StoredAccount::isActive).map(StoredAccount::view);
    }

    /**
     * Records a login if the account has not changed since it was read. The account then stays unchanged until the
     * current transaction ends, so that a later change that ends its sessions also finds this one.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean recordLogin(Account loaded) {
        return accounts.recordLogin(
                loaded.id(), loaded.version(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Locks an account until the current transaction ends. Returns false unless it may receive tokens. A transaction
     * that disables or deletes the account or removes its roles waits, and then sees the data that this one stored.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lock(UUID id) {
        return accounts.lock(id);
    }

    /** Returns whether there is no account at all, as on the first start. */
    @Transactional
    public boolean isEmpty() {
        return accounts.isEmpty();
    }

    /** Lists accounts, oldest first, or only the account with the given username. */
    @Transactional
    public Page<Account> list(PageRequest request, @Nullable String username) {
        if (username != null) {
            return Page.ofSingle(findByUsername(username));
        }
        return accounts.oldestFirst(request).map(StoredAccount::view);
    }

    /**
     * Creates an account. The password is hashed before the transaction begins.
     *
     * @param actor the account that requested it, if any
     * @throws ServiceException if the username is taken or a member is invalid
     */
    public Account create(NewAccount newAccount, @Nullable UUID actor) {
        StoredAccount account = StoredAccount.of(newAccount, clock.instant().truncatedTo(ChronoUnit.MICROS));
        String hash = hashOf(newAccount);
        if (hash != null) {
            account.setPassword(hash, account.createdAt);
        }
        return storeOrReportConflict(account, actor);
    }

    /**
     * Creates an account within the current transaction, with a password that was hashed before the transaction began.
     *
     * @throws ServiceException if the username is taken or a member is invalid
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Account createWith(PreparedPassword password, NewAccount newAccount) {
        StoredAccount account = StoredAccount.of(newAccount, clock.instant().truncatedTo(ChronoUnit.MICROS));
        account.setPassword(password.hash(), account.createdAt);
        return storeOrReportConflict(account, null);
    }

    private Account storeOrReportConflict(StoredAccount account, @Nullable UUID actor) {
        try {
            return QuarkusTransaction.joiningExisting().call(() -> store(account, actor));
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.USERNAME_TAKEN, "username is already in use");
            }
            throw e;
        }
    }

    private @Nullable String hashOf(NewAccount newAccount) {
        String password = newAccount.password();
        String imported = newAccount.passwordHash();
        if (password != null && imported != null) {
            throw ServiceException.invalidMember("password_hash", "password_hash cannot be combined with password");
        }
        if (newAccount.kind() == AccountKind.SERVICE && (password != null || imported != null)) {
            throw ServiceException.invalidMember("password", "password is not allowed for a service account");
        }
        if (imported != null) {
            return hasher.acceptImported(imported);
        }
        return password == null ? null : hasher.hash(rules.accept(password, TrimmedName.of(newAccount.username())));
    }

    private Account store(StoredAccount account, @Nullable UUID actor) {
        roles.requireExisting(account.roles);
        accounts.persistAndFlush(account);
        events.record(SecurityEvent.of(EventType.ACCOUNT_CREATED).actor(actor).subject(account.id.toString()));
        return account.view();
    }
}
