package dev.signet.oauth.code;

import dev.signet.tokens.grant.Authorization;
import dev.signet.web.caller.ClientOrigin;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Grant of a user to a client at the authorization endpoint, and the values to which its code is bound.
 *
 * @param redirectUri the redirect URI as written in the request
 * @param codeChallenge {@code S256} (RFC 7636 §4.2)
 * @param browserSessionId the browser session in which the user granted access
 * @param dpopJkt thumbprint of the key to which the code is bound (RFC 9449 §10), if any
 * @param claimsRequest the {@code claims} parameter (OpenID Connect Core §5.5), if any
 */
public record CodeGrant(
        Authorization authorization,
        String redirectUri,
        String codeChallenge,
        @Nullable String nonce,
        @Nullable UUID browserSessionId,
        @Nullable String dpopJkt,
        @Nullable String claimsRequest,
        ClientOrigin origin) {}
