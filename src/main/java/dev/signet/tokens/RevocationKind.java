package dev.signet.tokens;

import java.util.Locale;

/** By what identity something is revoked: a session, one token, a key. */
enum RevocationKind {
    SID,
    JTI,
    KID,
    /** Every token of a client. */
    CID;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
