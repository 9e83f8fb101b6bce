package dev.signet.tokens;

import java.util.Locale;

/** By what identity something is revoked: a session, one token, a key. */
enum RevocationKind {
    SID,
    JTI,
    KID,
    /** Every token of one registration of a client ({@link ClientRegistrationKey}). */
    CID;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
