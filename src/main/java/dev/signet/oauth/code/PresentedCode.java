package dev.signet.oauth.code;

import dev.signet.secrets.SecretDigest;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Code in a token request, with the values that must match its grant.
 *
 * @param verifier the PKCE code verifier (RFC 7636 §4.1)
 * @param keyThumbprint thumbprint of the key of the client's DPoP proof, if the request had one
 */
public record PresentedCode(
        String value,
        String clientId,
        String redirectUri,
        String verifier,
        @Nullable String keyThumbprint) {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    byte[] hash() {
        return SecretDigest.sha256(value);
    }

    /** Returns whether the request matches the grant of the code; compares the verifier in constant time. */
    boolean matches(CodeGrant grant) {
        return grant.authorization().clientId().equals(clientId)
                && grant.redirectUri().equals(redirectUri)
                && (grant.dpopJkt() == null || grant.dpopJkt().equals(keyThumbprint))
                && VERIFIER.matcher(verifier).matches()
                && SecretDigest.isEqual(challenge(), grant.codeChallenge().getBytes(StandardCharsets.US_ASCII));
    }

    // RFC 7636 §4.6.
    private byte[] challenge() {
        return Base64.getUrlEncoder().withoutPadding().encode(SecretDigest.sha256(verifier));
    }

    @Override
    public String toString() {
        return "PresentedCode[client=" + clientId + "]";
    }
}
