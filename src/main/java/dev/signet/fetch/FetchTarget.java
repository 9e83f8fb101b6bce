package dev.signet.fetch;

import dev.signet.fetch.FetchFailedException.Reason;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A URL in the only form that this service calls. Its scheme is {@code https}. Its host is a name of several labels or
 * an IP address in canonical form. Its port belongs to no other protocol.
 *
 * @param host host as in the {@code Host} header, the certificate and the DNS lookup
 * @param exempt true if the operator allows this host, so that its IP address may be private
 */
record FetchTarget(String host, int port, boolean tls, String requestTarget, boolean exempt) {

    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_NAME = 253;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int FIRST_UNPRIVILEGED = 1_024;

    // The last label begins with a letter, so that no resolver parses the name as a number in another notation.
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+" + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

    /**
     * Validates the form of a URL.
     *
     * @param exempt the hosts that the operator allows, each as {@code host:port}
     */
    static FetchTarget of(URI uri, Set<String> exempt) throws FetchFailedException {
        if (uri.toString().length() > MAX_LENGTH) {
            throw rejection("the URL is longer than " + MAX_LENGTH + " characters");
        }
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw rejection("the scheme of the URL is not https");
        }
        String host = host(uri.getHost());
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw rejection("the URL has user information or a fragment");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        FetchTarget target = new FetchTarget(host, port, tls, requestTarget(uri), exempt.contains(host + ":" + port));
        if (!target.exempt) {
            target.requirePublicForm();
        }
        return target;
    }

    boolean isLiteral() {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }

    /** Returns the IP address without brackets, or the name. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns host and port, which identify the server for all its paths. */
    String server() {
        return host + ":" + port;
    }

    private void requirePublicForm() throws FetchFailedException {
        if (!tls) {
            throw rejection("the scheme of the URL is not https");
        }
        if (!isLiteral() && !NAME.matcher(host).matches()) {
            throw rejection("the host must be a domain name of several labels or an IP address in canonical form");
        }
        if (port != HTTPS && (port < FIRST_UNPRIVILEGED || port > 65_535)) {
            throw rejection("the port must be 443 or above 1023");
        }
    }

    private static String host(@Nullable String host) throws FetchFailedException {
        // URI returns null if the host is not plain ASCII or is a number in an unusual notation.
        if (host == null || host.length() > MAX_NAME) {
            throw rejection("the host is missing or not a host name");
        }
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[") && !IPV6.matcher(lower).matches()) {
            throw rejection("the host is an IPv6 address with a zone");
        }
        return lower;
    }

    private static String requestTarget(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static FetchFailedException rejection(String detail) {
        return new FetchFailedException(Reason.URL, detail);
    }
}
