package dev.signet.tokens.grant;

import dev.signet.clients.TokenSettings;
import org.jspecify.annotations.Nullable;

/**
 * Options of the tokens of one request.
 *
 * @param settings the settings of the client that differ from the configuration
 * @param keyThumbprint the RFC 7638 thumbprint of the key the tokens are bound to (RFC 9449 §6.1); null for bearer
 *     tokens
 * @param downscope the requested downscope of the access token
 */
public record TokenOptions(TokenSettings settings, @Nullable String keyThumbprint, RequestedDownscope downscope) {

    public static final TokenOptions AS_CONFIGURED =
            new TokenOptions(TokenSettings.AS_CONFIGURED, null, RequestedDownscope.NONE);
}
