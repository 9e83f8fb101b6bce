package dev.signet.tokens.bearer;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Authentication mechanism for {@code GET …?ticket=} at Signet's own endpoints; no other credential is accepted from a
 * URL. The path is compared as it was sent. A request with an {@code Authorization} header is authenticated by the
 * header only.
 */
@ApplicationScoped
class TicketAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String PARAMETER = "ticket=";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        HttpServerRequest request = exchange.request();
        String ticket = HttpMethod.GET.equals(request.method()) && request.getHeader("Authorization") == null
                ? findTicket(request.query())
                : null;
        return ticket == null
                ? Uni.createFrom().nullItem()
                : identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(
                        new TicketAuthenticationRequest(ticket, request.path()), exchange));
    }

    // A ticket needs no encoding. Two tickets count as none.
    private static @Nullable String findTicket(@Nullable String query) {
        if (query == null || !query.contains(PARAMETER)) {
            return null;
        }
        List<String> tickets = Stream.of(query.split("&"))
                .filter(parameter -> parameter.startsWith(PARAMETER))
                .toList();
        return tickets.size() == 1 ? tickets.get(0).substring(PARAMETER.length()) : null;
    }

    // The error mapper writes the challenge.
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TicketAuthenticationRequest.class);
    }
}
