package dev.signet.login.browser;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A browser session of a signed-in user.
 *
 * @param authTime the time of the last authentication
 * @param acr authentication context class reference
 * @param amr authentication method references (RFC 8176)
 */
public record BrowserSession(UUID id, UUID accountId, Instant authTime, String acr, List<String> amr) {

    public BrowserSession {
        amr = List.copyOf(amr);
    }
}
