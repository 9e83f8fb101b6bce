package dev.signet.apikeys;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.apikeys.authentication.ApiKeyFormat;
import dev.signet.apikeys.authentication.ApiKeyRoles;
import dev.signet.audit.EventType;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.AllowedLoginAccess;
import dev.signet.web.paging.Page;
import dev.signet.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Creates and lists the API keys of an account. */
@ApplicationScoped
public class ApiKeyService {

    // The size of the column.
    private static final int MAX_LENGTH = 1_000;

    private final ApiKeyRepository repository;
    private final ApiKeyChanges changes;
    private final AccountService accounts;
    private final ApiKeyRoles roles;
    private final AllowedLoginAccess access;
    private final ApiKeyExpiry expiry;
    private final ApiKeysConfig config;
    private final Clock clock;
    private final SecureRandom random;

    ApiKeyService(
            ApiKeyRepository repository,
            ApiKeyChanges changes,
            AccountService accounts,
            ApiKeyRoles roles,
            AllowedLoginAccess access,
            ApiKeyExpiry expiry,
            ApiKeysConfig config,
            Clock clock,
            SecureRandom random) {
        this.repository = repository;
        this.changes = changes;
        this.accounts = accounts;
        this.roles = roles;
        this.access = access;
        this.expiry = expiry;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Lists active keys, oldest first. */
    @Transactional
    public Page<ApiKeyView> list(UUID account, PageRequest request) {
        Instant now = clock.instant();
        return repository.listActive(account, request, now).map(key -> key.view(null, now));
    }

    /**
     * Creates a key.
     *
     * @param actor the account that requested it, if any
     * @throws ServiceException if the account does not exist, may not receive tokens or has the maximum number of keys;
     *     if roles, scopes, audience or time to live exceed its limits
     */
    @Transactional
    public ApiKeyView create(UUID account, NewApiKey requested, @Nullable UUID actor) {
        Account owner = owner(account);
        roles.require(requested.roles(), owner);
        NewApiKey granted = new NewApiKey(
                requested.name(),
                access.requireAllowed(requested.scope()),
                requested.roles(),
                access.audience(requested.audience()),
                requested.requestedExpiry());
        requireBounded("scopes", granted.scope().toString());
        requireBounded("audience", SpaceSeparatedValues.join(granted.audience()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end = expiry.end(requested.requestedExpiry(), now);
        // No node caches a new key; this lock keeps concurrent requests from exceeding the limit.
        changes.begin();
        if (repository.countActive(account, now) >= config.maxPerAccount()) {
            throw new ServiceException(ErrorCode.LIMIT_REACHED, "signet.apikeys.max-per-account is reached");
        }
        String key = ApiKeyFormat.generate(random);
        StoredApiKey stored = new StoredApiKey(account, granted, key, now, end);
        repository.persist(stored);
        changes.record(EventType.API_KEY_CREATED, stored, actor);
        return stored.view(key, now);
    }

    private Account owner(UUID account) {
        return accounts.findActive(account).orElseThrow(() -> {
            ErrorCode code = accounts.find(account).isPresent() ? ErrorCode.CONFLICT : ErrorCode.NOT_FOUND;
            return new ServiceException(code, "the account is missing or may not receive tokens");
        });
    }

    private static void requireBounded(String member, String text) {
        if (text.length() > MAX_LENGTH) {
            throw ServiceException.invalidMember(member, member + " is too long in total");
        }
    }
}
