package dev.signet.accounts.role;

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
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The roles that can be assigned to accounts. */
@ApplicationScoped
public class RoleService {

    /** The built-in role of administrators of this service. */
    public static final String ADMIN = "admin";

    private final RoleRepository roles;
    private final RoleAssignments assignments;
    private final SecurityEvents events;
    private final Clock clock;

    RoleService(RoleRepository roles, RoleAssignments assignments, SecurityEvents events, Clock clock) {
        this.roles = roles;
        this.assignments = assignments;
        this.events = events;
        this.clock = clock;
    }

    /** Lists roles by name. */
    @Transactional
    public Page<RoleView> list(PageRequest request) {
        if (request.after() != null && !Role.isName(request.after())) {
            throw ServiceException.invalidMember("after", "after is not a role name");
        }
        return roles.byName(request).map(role -> new RoleView(role.name, role.createdAt));
    }

    /**
     * Creates a role.
     *
     * @throws ServiceException if the name is invalid or the role exists
     */
    public RoleView create(String name, @Nullable UUID actor) {
        if (!Role.isName(name)) {
            throw ServiceException.invalidMember("name", "name must match [a-z0-9][a-z0-9._-]{0,63}");
        }
        try {
            return QuarkusTransaction.joiningExisting().call(() -> store(name, actor));
        } catch (RuntimeException e) {
            if (UniqueViolation.isCauseOf(e)) {
                throw new ServiceException(ErrorCode.CONFLICT, "the role already exists");
            }
            throw e;
        }
    }

    private RoleView store(String name, @Nullable UUID actor) {
        Role role = new Role(name, clock.instant().truncatedTo(ChronoUnit.MICROS));
        roles.persistAndFlush(role);
        events.record(SecurityEvent.of(EventType.ROLE_CREATED).actor(actor).subject(name));
        return new RoleView(role.name, role.createdAt);
    }

    /**
     * Deletes a role that no account has.
     *
     * @throws ServiceException if it is built in or assigned to an account
     */
    @Transactional
    public void delete(String name, @Nullable UUID actor) {
        if (name.equals(ADMIN)) {
            throw new ServiceException(ErrorCode.CONFLICT, "the role is built in");
        }
        if (!Role.isName(name) || !roles.lock(name)) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "role not found");
        }
        if (assignments.isAssigned(name)) {
            throw new ServiceException(ErrorCode.CONFLICT, "the role is assigned to accounts");
        }
        roles.deleteById(name);
        events.record(SecurityEvent.of(EventType.ROLE_DELETED).actor(actor).subject(name));
    }

    /** Rejects names without a role, and protects the roles from deletion until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireExisting(Set<String> names) {
        if (names.stream().sorted().anyMatch(name -> !Role.isName(name) || !roles.lock(name))) {
            throw ServiceException.invalidMember("roles", "role not found");
        }
    }

    /** Waits until no other transaction has locked the role {@link #ADMIN}, and locks it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockAdmin() {
        if (!roles.lock(ADMIN)) {
            throw new IllegalStateException("the built-in role " + ADMIN + " is missing");
        }
    }

    /** Returns the names that are roles. These roles cannot be deleted until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<String> lockExisting(SortedSet<String> names) {
        return names.stream()
                .filter(name -> Role.isName(name) && roles.lock(name))
                .collect(Collectors.toSet());
    }
}
