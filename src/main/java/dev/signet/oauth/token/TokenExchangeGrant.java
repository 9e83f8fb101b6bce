package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.oauth.OAuthParameters;
import dev.signet.oauth.RequestedAccess;
import dev.signet.tokens.AccessTokenVerifier;
import dev.signet.tokens.Actors;
import dev.signet.tokens.BoundTokens;
import dev.signet.tokens.Exchange;
import dev.signet.tokens.ExchangedTokens;
import dev.signet.tokens.IssuedAccessToken;
import dev.signet.tokens.StandIn;
import dev.signet.tokens.StandIns;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code urn:ietf:params:oauth:grant-type:token-exchange} (RFC 8693): an access token, or what stands in place of one, for an
 * access token that says less, for the client it was issued to or a resource server it is meant for. The client is the actor; never more scope, audience, roles or time.
 */
@Singleton
final class TokenExchangeGrant implements TokenGrant {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Set<String> TYPES = Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");
    private static final int MAX_ACTORS = 4;

    private final AccessTokenVerifier verifier;
    private final StandIns standIns;
    private final RequestedAccess access;
    private final ExchangedTokens tokens;

    TokenExchangeGrant(
            AccessTokenVerifier verifier, StandIns standIns, RequestedAccess access, ExchangedTokens tokens) {
        this.verifier = verifier;
        this.standIns = standIns;
        this.access = access;
        this.tokens = tokens;
    }

    @Override
    public GrantType type() {
        return GrantType.TOKEN_EXCHANGE;
    }

    // Audiences of tokens for users and of the client's own tokens: the audience of the subject token limits the
    // response.
    @Override
    public List<String> audiences(RequestedAccess access, Client client) {
        return Stream.concat(access.ofUsers(client).stream(), access.ofClient(client).stream())
                .distinct()
                .toList();
    }

    @Override
    public TokenResponse answer(TokenRequest request) {
        if (request.client().isPublic()) {
            throw new ServiceException(ErrorCode.UNAUTHORIZED_CLIENT, "public clients may not exchange tokens");
        }
        ClaimsSet subject = subject(request);
        String scope = scope(request, subject);
        Exchange exchange = new Exchange(subject, request.client(), scope, audience(request, subject), request.form());
        IssuedAccessToken issued =
                tokens.issue(exchange).orElseThrow(() -> refuse("the subject may not receive tokens"));
        TokenResponse response = TokenResponse.of(issued, scope, request.form());
        response.members().put("issued_token_type", ACCESS_TOKEN);
        return response;
    }

    private ClaimsSet subject(TokenRequest request) {
        OAuthParameters parameters = request.parameters();
        String presented = parameters.required("subject_token");
        String type = parameters.required("subject_token_type");
        if (!TYPES.contains(type)
                || !TYPES.contains(parameters.first("requested_token_type").orElse(ACCESS_TOKEN))) {
            throw refuse("the token type is not supported for token exchange");
        }
        if (parameters.first("actor_token").isPresent()
                || parameters.first("actor_token_type").isPresent()) {
            throw refuse("actor_token is not supported: the authenticated client is the actor");
        }
        return claims(presented, type)
                .filter(token -> isIssuedTo(token, request.client()) || isMeantFor(token, request.client()))
                .filter(token -> BoundTokens.isBearer(token) || isHeld(token, request))
                .filter(token -> Actors.in(token) < MAX_ACTORS)
                .orElseThrow(() -> refuse("subject_token is not an active access token of this client"));
    }

    // RFC 8693 §3: an access token may be anything, a JWT may not.
    private Optional<ClaimsSet> claims(String presented, String type) {
        if (!standIns.recognises(presented)) {
            return verifier.verifyForOthers(presented).map(VerifiedJwt::claims);
        }
        return type.equals(ACCESS_TOKEN) ? standIns.find(presented).map(StandIn::exchangeable) : Optional.empty();
    }

    private static boolean isIssuedTo(ClaimsSet claims, Client client) {
        return claims.string("client_id").filter(client.id()::equals).isPresent();
    }

    private static boolean isMeantFor(ClaimsSet claims, Client client) {
        return claims.strings("aud").stream().anyMatch(client.audiences()::contains);
    }

    private static boolean isHeld(ClaimsSet token, TokenRequest request) {
        String key = BoundTokens.keyOf(token);
        return key != null && key.equals(request.form().keyThumbprint());
    }

    private static String scope(TokenRequest request, ClaimsSet claims) {
        Set<String> granted = RequestedAccess.values(claims.string("scope").orElse(""));
        if (!granted.containsAll(request.scope())) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "scope is wider than the subject_token");
        }
        if (!request.scope().isEmpty()) {
            return String.join(" ", request.scope());
        }
        granted.retainAll(request.client().scopes());
        return String.join(" ", granted);
    }

    // RFC 8693 §2.1: resource and audience are two ways to say it.
    private List<String> audience(TokenRequest request, ClaimsSet claims) {
        List<String> allowed = audiences(access, request.client());
        Set<String> asked = new LinkedHashSet<>(request.resources());
        asked.addAll(access.resources(allowed, request.parameters().all("audience")));
        List<String> granted = claims.strings("aud");
        if (asked.isEmpty()) {
            asked.addAll(granted);
            asked.retainAll(allowed);
        }
        if (asked.isEmpty() || !granted.containsAll(asked)) {
            throw new ServiceException(ErrorCode.INVALID_TARGET, "resource is wider than the subject_token");
        }
        return new ArrayList<>(asked);
    }

    // RFC 8693 §2.2.2: a token that is no good is an invalid request.
    private static ServiceException refuse(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, privateReason);
    }
}
