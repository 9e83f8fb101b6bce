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
 * Where an answer goes: a redirect URI that was found among those of the client. There is no other way to get one, so whatever
 * needs a return address cannot send a browser anywhere else (RFC 9700 §4.1, §4.11).
 */
public final class ReturnAddress {

    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(?:.*\\.)?localhost\\.?|127(?:\\.[0-9]{1,3}){3}|\\[[0:]*:0*1]");

    private final Client client;
    private final String uri;
    private final List<String> origins;
    private final ResponseMode mode;
    private final @Nullable String state;

    private ReturnAddress(Client client, String uri, List<String> origins, ResponseMode mode, @Nullable String state) {
        this.client = client;
        this.uri = uri;
        this.origins = origins;
        this.mode = mode;
        this.state = state;
    }

    /** The address, if it is registered. */
    static Optional<ReturnAddress> proven(Client client, String uri) {
        return client.redirects().allows(uri)
                ? Optional.of(new ReturnAddress(client, uri, origins(client, uri), ResponseMode.QUERY, null))
                : Optional.empty();
    }

    ReturnAddress answering(ResponseMode wanted, @Nullable String withState) {
        return new ReturnAddress(client, uri, origins, wanted, withState);
    }

    /** Returns the client that registered the redirect URI. */
    public Client client() {
        return client;
    }

    public String uri() {
        return uri;
    }

    /** Where that is, as far as a person can tell: the host, or the scheme of an app. */
    public String place() {
        URI address = URI.create(uri);
        boolean web = address.getScheme().toLowerCase(Locale.ROOT).matches("https?") && address.getHost() != null;
        return web ? address.getHost() : address.getScheme() + ":";
    }

    /** Returns whether a program on the user's device receives the response: at a loopback host, with or without TLS, or by a private-use scheme. */
    boolean isOnDevice() {
        URI address = URI.create(uri);
        String host = address.getHost();
        return host == null
                || !address.getScheme().equalsIgnoreCase("https")
                || LOOPBACK.matcher(host).matches();
    }

    public ResponseMode mode() {
        return mode;
    }

    public @Nullable String state() {
        return state;
    }

    /**
     * What the content policy of a page has to name so that its form may lead here, and from here on to where else this client
     * lives: browsers hold every redirect behind a form to the policy of the page it stood on.
     */
    public List<String> origins() {
        return origins;
    }

    private static List<String> origins(Client client, String uri) {
        return Stream.concat(
                        Stream.of(uri),
                        Stream.concat(client.redirects().uris().stream(), client.redirects().postLogoutUris().stream()))
                .flatMap(known -> ContentPolicy.target(known).stream())
                .distinct()
                .toList();
    }
}
