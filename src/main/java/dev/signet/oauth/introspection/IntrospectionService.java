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
import jakarta.inject.Singleton;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a client about tokens issued to it, and about access tokens for an audience it stands for. Access tokens are judged by
 * memory alone; a refresh token and a client this node has not met need the database.
 */
@Singleton
final class IntrospectionService {

    private final CallingClient clients;
    private final AccessTokenVerifier verifier;
    private final ClientSessions sessions;
    private final SignedIntrospection signer;

    IntrospectionService(
            CallingClient clients, AccessTokenVerifier verifier, ClientSessions sessions, SignedIntrospection signer) {
        this.clients = clients;
        this.verifier = verifier;
        this.sessions = sessions;
        this.signer = signer;
    }

    Optional<Answer> answerAtOnce(IntrospectionCall call) {
        return ClientSessions.looksRefreshing(call.token())
                ? Optional.empty()
                : clients.recognised(call.parameters(), call.authorization()).map(caller -> answer(call, caller));
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
        if (caller.isPublic()) {
            // RFC 7662 §2.1: or anyone could find out whether a token is good.
            throw new ServiceException(ErrorCode.INVALID_CLIENT, "a public client cannot show that it is itself");
        }
        String token = call.token();
        Optional<Map<String, Object>> members = ClientSessions.looksRefreshing(token)
                ? sessions.introspect(token, caller.id())
                : verifier.verifyForOthers(token)
                        .filter(verified -> concerns(verified.claims(), caller))
                        .map(IntrospectionService::members);
        return new Answer(caller, members.orElse(Answer.NOT_ACTIVE));
    }

    private static boolean concerns(ClaimsSet claims, Client caller) {
        return claims.string("client_id").filter(caller.id()::equals).isPresent()
                || claims.strings("aud").stream().anyMatch(caller.audiences()::contains);
    }

    private static Map<String, Object> members(VerifiedJwt token) {
        ClaimsSet claims = token.claims();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("active", true);
        members.put("token_type", BoundTokens.isBearer(token) ? "Bearer" : "DPoP");
        members.putAll(claims.asMap());
        claims.string("upn").ifPresent(name -> members.put("username", name));
        return members;
    }
}
