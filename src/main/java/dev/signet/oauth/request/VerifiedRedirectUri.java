package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.pages.ContentPolicy;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Redirect URI that is registered for its client, with response mode and {@code state}. Only {@link #verify} creates
 * instances, so code that requires one cannot redirect a browser to any other URI (RFC 9700 §4.1, §4.11).
 */
public final class VerifiedRedirectUri {

    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(?:.*\\.)?localhost\\.?|127(?:\\.[0-9]{1,3}){3}|\\[[0:]*:0*1]");

    private final Client client;
    private final String uri;
    private final List<String> origins;
    private final ResponseMode mode;
    private final @Nullable String state;

    private VerifiedRedirectUri(
            Client client, String uri, List<String> origins, ResponseMode mode, @Nullable String state) {
        this.client = client;
        this.uri = uri;
        this.origins = origins;
        this.mode = mode;
        this.state = state;
    }

    /** Returns the redirect URI if it is registered for the client; otherwise empty. */
    static Optional<VerifiedRedirectUri> verify(Client client, String uri) {
        return client.uris().allows(uri)
                ? Optional.of(new VerifiedRedirectUri(client, uri, origins(client, uri), ResponseMode.QUERY, null))
                : Optional.empty();
    }

    VerifiedRedirectUri withResponse(ResponseMode newMode, @Nullable String newState) {
        return new VerifiedRedirectUri(client, uri, origins, newMode, newState);
    }

    /** Returns the client that registered the redirect URI. */
    public Client client() {
        return client;
    }

    public String uri() {
        return uri;
    }

    /** Returns the part of the URI that a user can recognize: the host, or the scheme of an app. */
    public String displayHost() {
        URI parsed = URI.create(uri);
        boolean isWebUrl = parsed.getScheme().toLowerCase(Locale.ROOT).matches("https?") && parsed.getHost() != null;
        return isWebUrl ? parsed.getHost() : parsed.getScheme() + ":";
    }

    /**
     * Returns whether a program on the user's device receives the response: at a loopback host, with or without TLS, or
     * by a private-use scheme.
     */
    boolean isOnDevice() {
        URI parsed = URI.create(uri);
        String host = parsed.getHost();
        return host == null
                || !parsed.getScheme().equalsIgnoreCase("https")
                || LOOPBACK.matcher(host).matches();
    }

    public ResponseMode mode() {
        return mode;
    }

    public @Nullable String state() {
        return state;
    }

    /**
     * Returns the origins that the content security policy of a page must name for its form. These are the origins of
     * this URI and of all registered redirect and post-logout URIs of the client. Browsers apply the policy of the page
     * to every redirect after the form.
     */
    public List<String> origins() {
        return origins;
    }

    private static List<String> origins(Client client, String uri) {
        return Stream.concat(
                        Stream.of(uri),
                        Stream.concat(client.uris().uris().stream(), client.uris().postLogoutUris().stream()))
                .flatMap(registeredUri -> ContentPolicy.target(registeredUri).stream())
                .distinct()
                .toList();
    }
}
