package dev.signet.accounts.event;

import java.util.UUID;

/**
 * A password reset through a link sent by mail, without the former password. Fired inside the transaction that sets the
 * new password.
 *
 * @param apiKeysToo whether the user asked to revoke the API keys as well
 */
public record PasswordReset(UUID accountId, boolean apiKeysToo) {}
