package dev.signet.clients.metadata;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Validation of the URIs a client may register. Each method returns the error, or empty if the URI is valid. */
final class ClientUri {

    private static final int MAX_LENGTH = 2_000;
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private ClientUri() {}

    /**
     * Validates a redirect URI (RFC 8252 §7): {@code https}, {@code http} on a loopback host, or a private-use scheme,
     * which contains a dot because it is a reversed domain name.
     */
    static Optional<String> redirectUriError(String text) {
        Optional<String> rejection = webUrlError(text);
        return rejection.isPresent() && isPrivateUse(text) ? Optional.empty() : rejection;
    }

    /** Validates a web URL: {@code https}, or {@code http} on a loopback host. */
    static Optional<String> webUrlError(String text) {
        URI uri = parse(text);
        if (uri == null) {
            return Optional.of("is not an absolute URI of at most " + MAX_LENGTH + " visible ASCII characters");
        }
        if (text.indexOf('#') >= 0) {
            return Optional.of("has a fragment");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of("must have a host and may have a port, but no user information");
        }
        if (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host))) {
            return Optional.empty();
        }
        return Optional.of("must be https, or http with a loopback host");
    }

    private static boolean isPrivateUse(String text) {
        URI uri = parse(text);
        return uri != null && uri.getScheme().indexOf('.') > 0 && uri.getRawUserInfo() == null && text.indexOf('#') < 0;
    }

    private static @Nullable URI parse(String text) {
        if (text.length() > MAX_LENGTH || !VISIBLE_ASCII.matcher(text).matches()) {
            return null;
        }
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
