package dev.signet.oauth.code;

import dev.signet.secrets.SecretDigest;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A code as a client presents it, with what has to fit it.
 *
 * @param verifier the PKCE code verifier (RFC 7636 §4.1)
 * @param keyThumbprint of the key the client showed a proof of, if it did
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

    /** Whether it fits what the code was issued for; the verifier is compared in constant time. */
    boolean fits(CodeGrant grant) {
        return grant.clientId().equals(clientId)
                && grant.redirectUri().equals(redirectUri)
                && (grant.dpopJkt() == null || grant.dpopJkt().equals(keyThumbprint))
                && VERIFIER.matcher(verifier).matches()
                && SecretDigest.equal(challenge(), grant.codeChallenge().getBytes(StandardCharsets.US_ASCII));
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
