package dev.signet.audit;

import java.util.Set;
import java.util.UUID;

/** Finds accounts for those who know subjects by their e-mail address (RFC 9493 §3.2.2); implemented by the package of accounts. */
public interface AccountsByEmail {

    /** The accounts that have this e-mail address and verified it. */
    Set<UUID> withVerifiedEmail(String email);
}
