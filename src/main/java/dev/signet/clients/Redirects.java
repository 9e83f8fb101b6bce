package dev.signet.clients;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Where a client may have browsers sent, and where it is told of a logout.
 *
 * @param uris {@code redirect_uris}
 * @param postLogoutUris {@code post_logout_redirect_uris} (OpenID Connect RP-Initiated Logout)
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
}
