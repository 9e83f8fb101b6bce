package dev.signet.accounts;

import java.util.UUID;

/**
 * A password was set by whoever could read the account's mail, not by whoever knew the former one; fired inside the transaction that sets it.
 *
 * @param apiKeysToo whether the owner asked that the API keys end as well
 */
public record PasswordReset(UUID accountId, boolean apiKeysToo) {}
