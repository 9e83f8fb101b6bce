package dev.signet.login.pending;

import java.util.UUID;

/**
 * A login that waits for its second factor.
 *
 * @param accountVersion the version of the account whose password was checked; with another one the login is void
 * @param method what was shown so far, by the name {@code amr} has for it
 */
public record PendingLogin(UUID accountId, int accountVersion, WantedAccess wanted, String method) {}
