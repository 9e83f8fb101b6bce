package dev.signet.oauth.introspection;

import dev.signet.clients.Client;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.oauth.CallingClient;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.bearer.AlternativeBearerSources;
import dev.signet.tokens.dpop.DpopBoundTokens;
import dev.signet.tokens.session.ClientSessions;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Introspection of tokens (RFC 7662). A client may introspect its own tokens, and access tokens and alternative bearer
 * credentials for an audience that it is registered for. Access tokens are verified without the database. A refresh
 * token needs the database, and so does a client or credential that is not cached on this node.
 */
@Singleton
final class IntrospectionService {

    private final CallingClient clients;
    private final AccessTokenVerifier verifier;
    private final AlternativeBearerSources bearerSources;
    private final ClientSessions sessions;
    private final SignedIntrospection signer;

    IntrospectionService(
            CallingClient clients,
            AccessTokenVerifier verifier,
            AlternativeBearerSources bearerSources,
            ClientSessions sessions,
            SignedIntrospection signer) {
        this.clients = clients;
        this.verifier = verifier;
        this.bearerSources = bearerSources;
        this.sessions = sessions;
        this.signer = signer;
    }

    Optional<IntrospectionResponse> introspectFromCache(IntrospectionCall call) {
        String token = call.token();
        if (ClientSessions.hasRefreshTokenPrefix(token)) {
            return Optional.empty();
        }
        if (!bearerSources.accepts(token)) {
            return clients.findCached(call.parameters(), call.authorization()).map(caller -> introspect(call, caller));
        }
        return bearerSources
                .findCached(token)
                .flatMap(credential -> clients.findCached(call.parameters(), call.authorization())
                        .map(caller -> introspect(caller, () -> members(credential.claims(), call, caller))));
    }

    IntrospectionResponse introspect(IntrospectionCall call) {
        call.token();
        return introspect(call, clients.authenticate(call.parameters(), call.authorization()));
    }

    /** Signs a response as a JWT that the caller can forward to others (RFC 9701 §5). */
    String sign(IntrospectionResponse response) {
        return signer.sign(response);
    }

    private IntrospectionResponse introspect(IntrospectionCall call, Client caller) {
        return introspect(caller, () -> members(call, caller));
    }

    private static IntrospectionResponse introspect(Client caller, Supplier<Optional<Map<String, Object>>> members) {
        if (caller.isPublic()) {
            // RFC 7662 §2.1: without authentication, any caller could test whether a token is valid.
            throw new ServiceException(ErrorCode.INVALID_CLIENT, "public clients may not introspect tokens");
        }
        return new IntrospectionResponse(caller, members.get().orElse(IntrospectionResponse.NOT_ACTIVE));
    }

    private Optional<Map<String, Object>> members(IntrospectionCall call, Client caller) {
        String token = call.token();
        if (ClientSessions.hasRefreshTokenPrefix(token)) {
            return call.hasAudience() ? Optional.empty() : sessions.introspect(token, caller.id());
        }
        if (bearerSources.accepts(token)) {
            return bearerSources.find(token).flatMap(credential -> members(credential.claims(), call, caller));
        }
        return verifier.verifyForOthers(token)
                .map(VerifiedJwt::claims)
                .flatMap(claims -> members(claims, call, caller));
    }

    private static Optional<Map<String, Object>> members(ClaimsSet claims, IntrospectionCall call, Client caller) {
        return isVisibleTo(claims, caller) && call.allowsAudienceOf(claims)
                ? Optional.of(members(claims))
                : Optional.empty();
    }

    private static boolean isVisibleTo(ClaimsSet claims, Client caller) {
        return claims.string("client_id").filter(caller.id()::equals).isPresent()
                || claims.strings("aud").stream().anyMatch(caller.audiences()::contains);
    }

    private static Map<String, Object> members(ClaimsSet claims) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("token_type", DpopBoundTokens.isBearer(claims) ? "Bearer" : "DPoP");
        members.putAll(claims.asMap());
        claims.string("upn").ifPresent(name -> members.put("username", name));
        return members;
    }
}
