package dev.signet.login;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.tokens.access.DefaultAudience;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The audiences and scopes that the first-party login may grant, with their defaults. */
@Singleton
public final class AllowedLoginAccess {

    private final String defaultAudience;
    private final Set<String> audiences;
    private final Scope defaultScope;
    private final Set<String> scopes;

    AllowedLoginAccess(LoginConfig config, DefaultAudience defaultAudience) {
        this.defaultAudience = defaultAudience.value();
        Set<String> allowed = new LinkedHashSet<>(config.audiences().orElse(List.of()));
        allowed.add(this.defaultAudience);
        this.audiences = Set.copyOf(allowed);
        this.defaultScope = Scope.ofText(config.defaultScope());
        this.scopes = Set.copyOf(config.scopes());
    }

    /** Returns the audiences to grant (RFC 8707 §2): the default one if none is requested. */
    public List<String> audience(@Nullable List<String> requested) {
        if (requested == null || requested.isEmpty()) {
            return List.of(defaultAudience);
        }
        if (!audiences.containsAll(requested)) {
            throw new ServiceException(
                    ErrorCode.INVALID_TARGET, "a requested audience is not in signet.login.audiences");
        }
        return List.copyOf(new LinkedHashSet<>(requested));
    }

    /**
     * Returns the requested scope, which may be empty.
     *
     * @throws ServiceException {@code invalid_scope} if it is not allowed
     */
    public Scope requireAllowed(Scope requested) {
        if (!scopes.containsAll(requested.tokens())) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "a requested scope is not in signet.login.scopes");
        }
        return requested;
    }

    /** Returns the scope to grant (RFC 6749 §3.3): the default one if none is requested. */
    Scope scope(@Nullable String requested) {
        return requested == null || requested.isBlank()
                ? defaultScope
                : requireAllowed(Scope.parseLenient(requested.strip()));
    }
}
