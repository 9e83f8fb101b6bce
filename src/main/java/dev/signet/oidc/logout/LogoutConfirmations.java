package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.secrets.Derivation;
import dev.signet.secrets.InstallationKey;
import dev.signet.secrets.SecretDigest;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Confirmation values of logout forms. A value is bound to the browser session and to the request that the page showed,
 * so another site can neither create a value nor use one with another redirect URI. It expires with the browser
 * session.
 */
@Singleton
final class LogoutConfirmations {

    private final byte[] key;

    LogoutConfirmations(InstallationKey installation) {
        this.key = installation.derive("signet logout confirmations");
    }

    String issue(UUID browserSessionId, LogoutRequest request) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(browserSessionId, request));
    }

    boolean isValid(String confirmation, UUID browserSessionId, LogoutRequest request) {
        return SecretDigest.isEqual(
                confirmation.getBytes(StandardCharsets.UTF_8),
                issue(browserSessionId, request).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(UUID browserSessionId, LogoutRequest request) {
        Client client = request.client();
        String message = String.join(
                "\n",
                List.of(
                        browserSessionId.toString(),
                        client == null ? "" : client.id(),
                        request.redirectUri() == null ? "" : request.redirectUri(),
                        request.state() == null ? "" : request.state()));
        return Derivation.hmacSha256(key, message.getBytes(StandardCharsets.UTF_8));
    }
}
