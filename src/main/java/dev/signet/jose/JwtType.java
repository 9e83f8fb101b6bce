package dev.signet.jose;

import java.util.Locale;

/**
 * The purpose of a JWT as in its {@code typ} header. A token of one type is never accepted as another (RFC 8725 section
 * 3.11).
 */
public enum JwtType {
    ACCESS_TOKEN("at+jwt"),
    ID_TOKEN("JWT"),
    LOGOUT_TOKEN("logout+jwt"),
    SECURITY_EVENT("secevent+jwt"),
    STATUS_LIST("statuslist+jwt"),
    JWK_SET("jwk-set+jwt"),
    TOKEN_INTROSPECTION("token-introspection+jwt"),
    DPOP_PROOF("dpop+jwt"),
    CLIENT_AUTHENTICATION("client-authentication+jwt"),
    AUTHORIZATION_REQUEST("oauth-authz-req+jwt");

    private static final String PREFIX = "application/";

    private final String typ;
    private final String lowerCase;

    JwtType(String typ) {
        this.typ = typ;
        this.lowerCase = typ.toLowerCase(Locale.ROOT);
    }

    /** Returns the value of the {@code typ} header parameter. */
    public String typ() {
        return typ;
    }

    /**
     * Returns true if a header's {@code typ} names this media type; case and an {@code application/} prefix are ignored
     * (RFC 7515 §4.1.9).
     */
    boolean matchesHeader(String headerTyp) {
        if (typ.equals(headerTyp)) {
            return true;
        }
        String name = headerTyp.toLowerCase(Locale.ROOT);
        return lowerCase.equals(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
    }
}
