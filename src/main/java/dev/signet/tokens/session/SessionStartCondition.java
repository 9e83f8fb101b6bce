package dev.signet.tokens.session;

import java.time.Instant;
import java.util.UUID;

/** Condition on the login from which a session is started. Another package stores what it depends on. */
public interface SessionStartCondition {

    /** Returns whether a session may start from a login of the account at that time. */
    boolean allows(UUID accountId, Instant authTime);
}
