package dev.signet.oauth.introspection;

import dev.signet.clients.Client;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.oauth.CallingClient;
import dev.signet.tokens.AccessTokenVerifier;
import dev.signet.tokens.BoundTokens;
import dev.signet.tokens.ClientSessions;
import dev.signet.tokens.StandIns;
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells a client about tokens issued to it, and about access tokens, and what stands in place of one, for an audience it stands for.
 * Access tokens are judged by memory alone; a refresh token, and a client or stand-in this node does not remember, need the database.
 */
@Singleton
final class IntrospectionService {

    private final CallingClient clients;
    private final AccessTokenVerifier verifier;
    private final StandIns standIns;
    private final ClientSessions sessions;
    private final SignedIntrospection signer;

    IntrospectionService(
            CallingClient clients,
            AccessTokenVerifier verifier,
            StandIns standIns,
            ClientSessions sessions,
            SignedIntrospection signer) {
        this.clients = clients;
        this.verifier = verifier;
        this.standIns = standIns;
        this.sessions = sessions;
        this.signer = signer;
    }

    Optional<Answer> answerAtOnce(IntrospectionCall call) {
        String token = call.token();
        if (ClientSessions.looksRefreshing(token)) {
            return Optional.empty();
        }
        if (!standIns.recognises(token)) {
            return clients.recognised(call.parameters(), call.authorization()).map(caller -> answer(call, caller));
        }
        return standIns.remembered(token)
                .flatMap(standIn -> clients.recognised(call.parameters(), call.authorization())
                        .map(caller -> answer(caller, () -> members(standIn.claims(), call, caller))));
    }

    Answer answer(IntrospectionCall call) {
        call.token();
        return answer(call, clients.authenticated(call.parameters(), call.authorization()));
    }

    /** The answer as a statement the caller can show to others (RFC 9701 §5). */
    String signed(Answer answer) {
        return signer.sign(answer);
    }

    private Answer answer(IntrospectionCall call, Client caller) {
        return answer(caller, () -> members(call, caller));
    }

    private static Answer answer(Client caller, Supplier<Optional<Map<String, Object>>> members) {
        if (caller.isPublic()) {
            // RFC 7662 §2.1: or anyone could find out whether a token is good.
            throw new ServiceException(ErrorCode.INVALID_CLIENT, "public clients may not introspect tokens");
        }
        return new Answer(caller, members.get().orElse(Answer.NOT_ACTIVE));
    }

    private Optional<Map<String, Object>> members(IntrospectionCall call, Client caller) {
        String token = call.token();
        if (ClientSessions.looksRefreshing(token)) {
            return call.hasAudience() ? Optional.empty() : sessions.introspect(token, caller.id());
        }
        if (standIns.recognises(token)) {
            return standIns.find(token).flatMap(standIn -> members(standIn.claims(), call, caller));
        }
        return verifier.verifyForOthers(token)
                .map(VerifiedJwt::claims)
                .flatMap(claims -> members(claims, call, caller));
    }

    private static Optional<Map<String, Object>> members(ClaimsSet claims, IntrospectionCall call, Client caller) {
        return concerns(claims, caller) && call.allowsAudienceOf(claims)
                ? Optional.of(members(claims))
                : Optional.empty();
    }

    private static boolean concerns(ClaimsSet claims, Client caller) {
        return claims.string("client_id").filter(caller.id()::equals).isPresent()
                || claims.strings("aud").stream().anyMatch(caller.audiences()::contains);
    }

    private static Map<String, Object> members(ClaimsSet claims) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("token_type", BoundTokens.isBearer(claims) ? "Bearer" : "DPoP");
        members.putAll(claims.asMap());
        claims.string("upn").ifPresent(name -> members.put("username", name));
        return members;
    }
}
