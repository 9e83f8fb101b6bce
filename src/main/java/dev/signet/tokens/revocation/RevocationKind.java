package dev.signet.tokens.revocation;

import java.util.Locale;

/** Kind of identity that is revoked: a session, one token, a key, or a client registration. */
public enum RevocationKind {
    SID,
    JTI,
    KID,
    /** All tokens of one client registration ({@link ClientRegistrationKey}). */
    CID;

    /** Returns the value in the database. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
