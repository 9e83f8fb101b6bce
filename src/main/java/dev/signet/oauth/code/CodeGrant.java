package dev.signet.oauth.code;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody allowed a client at the authorization endpoint, and what the code for it is bound to.
 *
 * @param redirectUri where the code is sent, as the request said it
 * @param codeChallenge {@code S256} (RFC 7636 §4.2)
 * @param scope what was granted, space-separated
 * @param browserSessionId the browser session it was allowed in
 * @param dpopJkt the key the code is bound to (RFC 9449 §10), if any
 * @param claimsRequest the {@code claims} parameter (OpenID Connect Core §5.5), if any
 */
public record CodeGrant(
        UUID accountId,
        String clientId,
        String redirectUri,
        String codeChallenge,
        String scope,
        List<String> audience,
        @Nullable String nonce,
        String acr,
        List<String> amr,
        Instant authTime,
        @Nullable UUID browserSessionId,
        @Nullable String dpopJkt,
        @Nullable String claimsRequest,
        String address,
        @Nullable String userAgent) {}
