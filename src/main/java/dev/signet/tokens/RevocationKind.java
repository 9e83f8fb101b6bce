package dev.signet.tokens;

import java.util.Locale;

/** Kind of identity that is revoked: a session, one token, a key, or a client registration. */
enum RevocationKind {
    SID,
    JTI,
    KID,
    /** All tokens of one client registration ({@link ClientRegistrationKey}). */
    CID;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
