package dev.signet.accounts;

import dev.signet.accounts.event.AccessReduced;
import dev.signet.accounts.event.AccessReductionReason;
import dev.signet.accounts.event.AccountChanged;
import dev.signet.accounts.event.AccountDeleted;
import dev.signet.accounts.event.EmailChanged;
import dev.signet.accounts.event.PasswordChanged;
import dev.signet.accounts.name.TrimmedName;
import dev.signet.accounts.password.PasswordHasher;
import dev.signet.accounts.password.PasswordRules;
import dev.signet.accounts.role.RoleService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Changes and deletions of accounts by administrators. At least one administrator always remains. */
@ApplicationScoped
public class AccountAdministration {

    private final AccountRepository accounts;
    private final FormerEmailRepository formerEmails;
    private final RoleService roles;
    private final Administrators administrators;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final SecurityEvents events;
    private final Event<AccessReduced> accessReduced;
    private final Event<AccountChanged> accountChanged;
    private final Event<AccountDeleted> accountDeleted;
    private final Event<EmailChanged> emailChanged;
    private final Event<PasswordChanged> passwordChanged;
    private final Clock clock;

    AccountAdministration(
            AccountRepository accounts,
            FormerEmailRepository formerEmails,
            RoleService roles,
            Administrators administrators,
            PasswordHasher hasher,
            PasswordRules rules,
            SecurityEvents events,
            Event<AccessReduced> accessReduced,
            Event<AccountChanged> accountChanged,
            Event<AccountDeleted> accountDeleted,
            Event<EmailChanged> emailChanged,
            Event<PasswordChanged> passwordChanged,
            Clock clock) {
        this.accounts = accounts;
        this.formerEmails = formerEmails;
        this.roles = roles;
        this.administrators = administrators;
        this.hasher = hasher;
        this.rules = rules;
        this.events = events;
        this.accessReduced = accessReduced;
        this.accountChanged = accountChanged;
        this.accountDeleted = accountDeleted;
        this.emailChanged = emailChanged;
        this.passwordChanged = passwordChanged;
        this.clock = clock;
    }

    /**
     * Changes an account. A new password is hashed before the transaction begins.
     *
     * @throws ServiceException if the account does not exist, a member is invalid, the username is taken, or no
     *     administrator would remain
     */
    public Account change(UUID id, AccountChange change, @Nullable UUID actor) {
        String hash = hashOf(id, change);
        try {
            return QuarkusTransaction.joiningExisting()
                    .call(() -> apply(id, change.canReduceAccess(), actor, edit -> {
                        if (change.roles() != null) {
                            roles.requireExisting(Set.copyOf(change.roles().orElseThrow()));
                        }
                        edit.apply(change, hash, clock.instant().truncatedTo(ChronoUnit.MICROS));
                    }));
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.USERNAME_TAKEN, "username is already in use");
            }
            throw e;
        }
    }

    /** Replaces the roles of an account. */
    public Account setRoles(UUID id, Set<String> names, @Nullable UUID actor) {
        return change(id, AccountChange.ofRoles(names), actor);
    }

    /** Sets a password without asking for the current one, and ends every session. */
    public void setPassword(UUID id, String password, @Nullable UUID actor) {
        change(id, AccountChange.ofPassword(password), actor);
    }

    /** Deletes an account and ends every session. */
    @Transactional
    public void delete(UUID id, @Nullable UUID actor) {
        administrators.lock();
        StoredAccount account = require(id);
        boolean administered = account.isAdministrator();
        accounts.delete(account);
        if (administered) {
            administrators.requireOne();
        }
        events.record(SecurityEvent.of(EventType.ACCOUNT_DELETED).actor(actor).subject(id.toString()));
        accountDeleted.fire(new AccountDeleted(id, actor));
        accessReduced.fire(new AccessReduced(id, AccessReductionReason.ACCOUNT_DELETED, null));
    }

    private Account apply(UUID id, boolean canReduceAccess, @Nullable UUID actor, Consumer<AccountEdit> change) {
        if (canReduceAccess) {
            administrators.lock();
        }
        StoredAccount account = require(id);
        boolean administered = account.isAdministrator();
        AccountEdit edit = new AccountEdit(account);
        change.accept(edit);
        accounts.flush();
        if (administered && !account.isAdministrator()) {
            administrators.requireOne();
        }
        for (SecurityEvent event : edit.events()) {
            events.record(event.actor(actor).subject(id.toString()));
        }
        if (edit.changesPassword()) {
            passwordChanged.fire(new PasswordChanged(id, id.equals(actor)));
        }
        if (edit.changesMembersOrRestoresAccess()) {
            accountChanged.fire(new AccountChanged(id));
        }
        String formerEmail = edit.formerEmail();
        if (formerEmail != null) {
            // A link that was sent to an earlier e-mail address must not undo the decision of an administrator.
            formerEmails.removeAll(id);
            emailChanged.fire(new EmailChanged(id, formerEmail, false, false));
        }
        edit.reductionReason().ifPresent(reason -> accessReduced.fire(new AccessReduced(id, reason, null)));
        return account.view();
    }

    @SuppressWarnings("NullableOptional") // see AccountChange
    private @Nullable String hashOf(UUID id, AccountChange change) {
        if (change.password() == null && change.passwordHash() == null) {
            return null;
        }
        Account account =
                QuarkusTransaction.joiningExisting().call(() -> require(id).view());
        if (account.kind() == AccountKind.SERVICE) {
            throw ServiceException.invalidMember("password", "password is not allowed for a service account");
        }
        Optional<String> imported = change.passwordHash();
        if (imported != null) {
            return hasher.acceptImported(imported.orElseThrow());
        }
        Optional<String> renamed = change.username();
        String username = renamed == null ? account.username() : TrimmedName.of(renamed.orElseThrow());
        Optional<String> password = change.password();
        return password == null ? null : hasher.hash(rules.accept(password.orElseThrow(), username));
    }

    private StoredAccount require(UUID id) {
        return accounts.withRoles(id).orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "account not found"));
    }
}
