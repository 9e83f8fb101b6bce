package dev.signet.clients;

import java.util.Collection;

/** The tokens in which a client receives the roles of an account. */
public enum RoleRelease {
    /** In all access tokens: of the first-party login and of clients that are a first party. */
    ALWAYS,
    /** Wherever the scope {@link #SCOPE} was granted. */
    BY_SCOPE,
    /** The same except in access tokens, which are for UserInfo alone. */
    BY_SCOPE_EXCEPT_ACCESS_TOKEN;

    /** The scope that releases roles. */
    public static final String SCOPE = "groups";

    /** Whether a token with these scope values may carry roles at that place. */
    public boolean allows(ClaimPlace place, Collection<String> scopes) {
        return switch (this) {
            case ALWAYS -> true;
            case BY_SCOPE -> scopes.contains(SCOPE);
            case BY_SCOPE_EXCEPT_ACCESS_TOKEN -> place != ClaimPlace.ACCESS_TOKEN && scopes.contains(SCOPE);
        };
    }
}
