package dev.signet.tokens.dpop;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Comparison of URLs by RFC 9449 §4.3: after normalisation (RFC 3986 §6.2.2, §6.2.3), without query and fragment. */
final class ProofUrl {

    private static final int MAX_LENGTH = 2_000;

    private ProofUrl() {}

    static boolean isSame(String claimed, String url) {
        String normalized = normalize(claimed);
        return normalized != null && normalized.equals(normalize(url));
    }

    private static @Nullable String normalize(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            URI uri = new URI(text).normalize();
            if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return null;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String path = uri.getRawPath();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri.getPort())
                    + (path == null || path.isEmpty() ? "/" : path);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String port(String scheme, int port) {
        int standard = scheme.equals("https") ? 443 : 80;
        return port < 0 || port == standard ? "" : ":" + port;
    }
}
