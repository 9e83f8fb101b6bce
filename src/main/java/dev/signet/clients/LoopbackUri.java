package dev.signet.clients;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URI with a loopback IP address and any port, because a native app uses another port each time (RFC 8252 §7.3). IP
 * addresses only: {@code localhost} may resolve to something else (§8.3).
 *
 * @param rest the exact text after the port
 */
record LoopbackUri(String host, String rest) {

    private static final Pattern FORM =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(?::([1-9][0-9]{0,4}))?((?:[/?][\\x21-\\x7e&&[^#]]*)?)");
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_PORT = 65_535;

    /** Parses a loopback URI; empty for any other text. */
    static Optional<LoopbackUri> parse(String uri) {
        if (uri.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(uri);
        if (!form.matches() || (form.group(2) != null && Integer.parseInt(form.group(2)) > MAX_PORT)) {
            return Optional.empty();
        }
        return Optional.of(new LoopbackUri(form.group(1), form.group(3)));
    }
}
