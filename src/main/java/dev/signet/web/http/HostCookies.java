package dev.signet.web.http;

import dev.signet.web.issuer.Issuer;
import dev.signet.web.vertx.CurrentExchange;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cookies of this host only. Scripts cannot read them, and other hosts of the domain cannot set them ({@code __Host-},
 * RFC 6265bis §4.1.3.2). Requests from other sites contain them only when a link is followed.
 */
@Singleton
public final class HostCookies {

    private static final String PREFIX = "__Host-";

    private final CurrentExchange current;
    private final boolean secure;

    HostCookies(CurrentExchange current, Issuer issuer) {
        this.current = current;
        // Browsers reject the prefix without Secure, and Secure without TLS. Over http, for trying out the service,
        // neither is used.
        this.secure = issuer.value().startsWith("https:");
    }

    /**
     * Returns the value in the current request; empty if there is none, or more than one, because one of them may be
     * planted.
     */
    public Optional<String> value(String name) {
        RoutingContext exchange = current.find();
        if (exchange == null) {
            return Optional.empty();
        }
        String prefix = fullName(name) + "=";
        // The values are read from the header, because the parsed cookies contain only one of two cookies with the same
        // name.
        List<String> values = exchange.request().headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(prefix))
                .map(cookie -> cookie.substring(prefix.length()))
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Returns a cookie that lasts until the browser is closed. */
    public NewCookie of(String name, String value) {
        return builder(name).value(value).build();
    }

    /** Returns a cookie that removes the cookie with that name. */
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

    private String fullName(String name) {
        return secure ? PREFIX + name : name;
    }
}
