package dev.signet.tokens;

import dev.signet.clients.TokenSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the tokens of one request are made.
 *
 * @param settings what their client wants otherwise than configured
 * @param keyThumbprint the RFC 7638 thumbprint of the key they are bound to (RFC 9449 §6.1); bearer tokens if null
 * @param narrowing what the access token is to say less than was granted
 */
public record TokenForm(TokenSettings settings, @Nullable String keyThumbprint, Narrowing narrowing) {

    public static final TokenForm AS_CONFIGURED = new TokenForm(TokenSettings.AS_CONFIGURED, null, Narrowing.NONE);
}
