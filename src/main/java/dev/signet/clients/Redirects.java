package dev.signet.clients;

import dev.signet.clients.metadata.LoopbackUri;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Where a client may have browsers sent, and where it is told of a logout.
 *
 * @param uris {@code redirect_uris}
 * @param postLogoutUris {@code post_logout_redirect_uris} (OpenID Connect RP-Initiated Logout §3): the very string, no port left open
 * @param backchannelLogoutUri {@code backchannel_logout_uri} (OpenID Connect Back-Channel Logout)
 */
public record Redirects(
        List<String> uris,
        List<String> postLogoutUris,
        @Nullable String backchannelLogoutUri) {

    public static final Redirects NONE = new Redirects(List.of(), List.of(), null);

    public Redirects {
        uris = List.copyOf(uris);
        postLogoutUris = List.copyOf(postLogoutUris);
    }

    /**
     * Whether a presented {@code redirect_uri} is a registered one: the same string (RFC 9700 §2.1), or the same but for the port
     * where the host is a loopback address (RFC 8252 §7.3).
     */
    public boolean allows(String redirectUri) {
        if (uris.contains(redirectUri)) {
            return true;
        }
        Optional<LoopbackUri> loopback = LoopbackUri.parse(redirectUri);
        return loopback.isPresent() && uris.stream().map(LoopbackUri::parse).anyMatch(loopback::equals);
    }
}
