package dev.signet.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cookies for this host alone: out of reach of scripts, of other hosts of the domain ({@code __Host-}, RFC 6265bis §4.1.3.2) and,
 * but for following a link, of other sites.
 */
@Singleton
public final class HostCookies {

    private static final String PREFIX = "__Host-";

    private final CurrentVertxRequest current;
    private final boolean secure;

    HostCookies(CurrentVertxRequest current, Issuer issuer) {
        this.current = current;
        // The prefix is refused without Secure, and Secure without TLS: over http, to try things out, there is neither.
        this.secure = issuer.value().startsWith("https:");
    }

    /** The value the present request brings, or empty if it brings none, or several of which one may be planted. */
    public Optional<String> value(String name) {
        RoutingContext exchange = exchange();
        if (exchange == null) {
            return Optional.empty();
        }
        String prefix = fullName(name) + "=";
        // From the header itself: the parsed cookies keep one of two that have the same name.
        List<String> values = exchange.request().headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(prefix))
                .map(cookie -> cookie.substring(prefix.length()))
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** A cookie that lasts until the browser is closed. */
    public NewCookie of(String name, String value) {
        return builder(name).value(value).build();
    }

    /** Takes the cookie away. */
    public NewCookie removal(String name) {
        return builder(name).value("").maxAge(0).build();
    }

    private NewCookie.Builder builder(String name) {
        return new NewCookie.Builder(fullName(name))
                .version(0)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX);
    }

    private @Nullable RoutingContext exchange() {
        try {
            return current.getCurrent();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }

    private String fullName(String name) {
        return secure ? PREFIX + name : name;
    }
}
