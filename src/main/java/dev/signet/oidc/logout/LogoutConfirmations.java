package dev.signet.oidc.logout;

import dev.signet.clients.Client;
import dev.signet.error.ServiceException;
import dev.signet.pages.FormToken;
import dev.signet.secrets.InstallationKey;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.UUID;

/**
 * Confirmation values of logout forms. A value is bound to the browser session and to the request that the page showed.
 * So another site can neither create a value nor use one with another redirect URI. It expires with the browser
 * session.
 */
@Singleton
final class LogoutConfirmations {

    private final byte[] key;

    LogoutConfirmations(InstallationKey installation) {
        this.key = installation.derive("signet logout confirmations");
    }

    String issue(UUID browserSessionId, LogoutRequest request) {
        return FormToken.of(key, purpose(browserSessionId, request));
    }

    /**
     * Rejects the form of another browser session or another request.
     *
     * @throws ServiceException {@code page_expired}
     */
    void require(String confirmation, UUID browserSessionId, LogoutRequest request) {
        FormToken.require(confirmation, key, purpose(browserSessionId, request));
    }

    private static String purpose(UUID browserSessionId, LogoutRequest request) {
        Client client = request.client();
        return String.join(
                "\n",
                List.of(
                        browserSessionId.toString(),
                        client == null ? "" : client.id(),
                        request.redirectUri() == null ? "" : request.redirectUri(),
                        request.state() == null ? "" : request.state()));
    }
}
