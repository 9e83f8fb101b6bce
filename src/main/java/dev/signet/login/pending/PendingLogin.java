package dev.signet.login.pending;

import dev.signet.tokens.grant.RequestedAccess;

import java.util.UUID;

/**
 * A login that waits for its second factor.
 *
 * @param accountVersion the version of the account that passed the first factor; a login for another version is invalid
 * @param method the method used so far, as a value of {@code amr}
 */
public record PendingLogin(UUID accountId, int accountVersion, RequestedAccess loginAccess, String method) {}
