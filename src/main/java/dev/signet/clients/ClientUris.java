package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Redirect URIs and logout URIs of a client.
 *
 * @param uris {@code redirect_uris}
 * @param postLogoutUris {@code post_logout_redirect_uris} (OpenID Connect RP-Initiated Logout §3): compared as
 *     strings, including the port
 * @param backchannelLogoutUri {@code backchannel_logout_uri} (OpenID Connect Back-Channel Logout)
 */
public record ClientUris(
        List<String> uris,
        List<String> postLogoutUris,
        @Nullable String backchannelLogoutUri) {

    public static final ClientUris NONE = new ClientUris(List.of(), List.of(), null);

    public ClientUris {
        uris = List.copyOf(uris);
        postLogoutUris = List.copyOf(postLogoutUris);
    }

    /**
     * Returns whether a presented {@code redirect_uri} is registered. It must be the same string (RFC 9700 §2.1). Only
     * the port may differ if the host is a loopback IP address (RFC 8252 §7.3).
     */
    public boolean allows(String redirectUri) {
        if (uris.contains(redirectUri)) {
            return true;
        }
        Optional<LoopbackUri> loopback = LoopbackUri.parse(redirectUri);
        return loopback.isPresent() && uris.stream().map(LoopbackUri::parse).anyMatch(loopback::equals);
    }
}
