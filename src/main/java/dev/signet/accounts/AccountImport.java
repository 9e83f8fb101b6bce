package dev.signet.accounts;

import dev.signet.accounts.name.Username;
import dev.signet.accounts.password.PasswordHasher;
import dev.signet.accounts.role.RoleService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.database.UniqueViolation;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An import of accounts from another system, in batches of lines. Existing accounts are not changed, so the same lines
 * can be sent again.
 */
@ApplicationScoped
public class AccountImport {

    private final AccountRepository accounts;
    private final RoleService roles;
    private final PasswordHasher hasher;
    private final SecurityEvents events;
    private final Clock clock;

    AccountImport(
            AccountRepository accounts, RoleService roles, PasswordHasher hasher, SecurityEvents events, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.hasher = hasher;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates the accounts that do not exist and returns a report for each line.
     *
     * @param actor the administrator who requested the import, if it is an account
     * @throws ServiceException {@code forbidden} if that account is no longer an administrator
     */
    public List<ImportReport> importBatch(List<ImportLine> lines, @Nullable UUID actor) {
        try {
            return inTransaction(lines, actor);
        } catch (RuntimeException e) {
            // Another request has just created one of these usernames. A second attempt finds that account.
            if (!UniqueViolation.isCauseOf(e)) {
                throw e;
            }
            List<ImportReport> reports = new ArrayList<>();
            for (ImportLine line : lines) {
                reports.addAll(retry(line, actor));
            }
            return reports;
        }
    }

    private List<ImportReport> retry(ImportLine line, @Nullable UUID actor) {
        try {
            return inTransaction(List.of(line), actor);
        } catch (RuntimeException e) {
            if (!UniqueViolation.isCauseOf(e)) {
                throw e;
            }
            return inTransaction(List.of(line), actor);
        }
    }

    private List<ImportReport> inTransaction(List<ImportLine> lines, @Nullable UUID actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            requireAdministrator(actor);
            List<ImportReport> reports = new Batch(lines, actor).store();
            accounts.flush();
            return reports;
        });
    }

    // An import can outlast the administrator's rights, so they are checked for every batch.
    private void requireAdministrator(@Nullable UUID actor) {
        boolean may = actor == null
                || accounts.withRoles(actor)
                        .filter(account -> account.isActive() && account.roles.contains(RoleService.ADMIN))
                        .isPresent();
        if (!may) {
            throw new ServiceException(ErrorCode.FORBIDDEN, "the caller is no longer an administrator");
        }
    }

    private final class Batch {

        private final List<ImportLine> lines;
        private final @Nullable UUID actor;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final Map<String, UUID> idsByUsernameKey = new HashMap<>();
        private final Set<String> existing;

        Batch(List<ImportLine> lines, @Nullable UUID actor) {
            this.lines = lines;
            this.actor = actor;
            this.existing = roles.lockExisting(newAccounts().stream()
                    .flatMap(newAccount -> newAccount.roles().stream())
                    .collect(Collectors.toCollection(TreeSet::new)));
            idsByUsernameKey.putAll(accounts.idsOf(newAccounts().stream()
                    .map(newAccount -> Username.key(newAccount.username()))
                    .collect(Collectors.toSet())));
        }

        private List<NewAccount> newAccounts() {
            List<NewAccount> newAccounts = new ArrayList<>();
            for (ImportLine line : lines) {
                if (line.newAccount() != null) {
                    newAccounts.add(line.newAccount());
                }
            }
            return newAccounts;
        }

        List<ImportReport> store() {
            List<ImportReport> reports = new ArrayList<>();
            for (ImportLine line : lines) {
                reports.add(store(line));
            }
            return reports;
        }

        private ImportReport store(ImportLine line) {
            NewAccount newAccount = line.newAccount();
            if (newAccount == null || line.rejection() != null) {
                return rejected(line, line.rejection());
            }
            try {
                StoredAccount account = StoredAccount.of(newAccount, now);
                UUID present = idsByUsernameKey.get(account.usernameKey);
                if (present != null) {
                    return ImportReport.exists(line.number(), present);
                }
                create(account, newAccount);
                return ImportReport.created(line.number(), account.id);
            } catch (ServiceException rejection) {
                return rejected(line, rejection);
            }
        }

        private void create(StoredAccount account, NewAccount newAccount) {
            if (!existing.containsAll(account.roles)) {
                throw ServiceException.invalidMember("roles", "roles contains an unknown role");
            }
            if (newAccount.passwordHash() != null) {
                account.setPassword(hasher.acceptImported(newAccount.passwordHash()), now);
            }
            accounts.persist(account);
            idsByUsernameKey.put(account.usernameKey, account.id);
            events.record(SecurityEvent.of(EventType.ACCOUNT_CREATED)
                    .actor(actor)
                    .subject(account.id.toString())
                    .detail("by", "import"));
        }

        private ImportReport rejected(ImportLine line, @Nullable ServiceException rejection) {
            return ImportReport.rejected(
                    line.number(),
                    rejection == null
                            ? new ServiceException(ErrorCode.INVALID_REQUEST, "the line has no account")
                            : rejection);
        }
    }
}
