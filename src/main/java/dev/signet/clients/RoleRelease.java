package dev.signet.clients;

/** The tokens in which a client receives the roles of an account. */
public enum RoleRelease {
    /** In all tokens: of the first-party login and of first-party clients. */
    ALWAYS,
    /** In all tokens for which the scope {@link #SCOPE} was granted. */
    BY_SCOPE,
    /** As {@link #BY_SCOPE}, except in access tokens, which are for UserInfo alone. */
    BY_SCOPE_EXCEPT_ACCESS_TOKEN;

    /** The scope that releases roles. */
    public static final String SCOPE = "groups";

    /** Returns whether a token with this scope may carry roles at that place. */
    public boolean allows(ClaimLocation location, Scope scope) {
        return switch (this) {
            case ALWAYS -> true;
            case BY_SCOPE -> scope.contains(SCOPE);
            case BY_SCOPE_EXCEPT_ACCESS_TOKEN -> location != ClaimLocation.ACCESS_TOKEN && scope.contains(SCOPE);
        };
    }
}
