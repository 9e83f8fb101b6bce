package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.GrantType;
import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.jose.ClaimsSet;
import dev.signet.jose.VerifiedJwt;
import dev.signet.oauth.AllowedClientAccess;
import dev.signet.oauth.OAuthParameters;
import dev.signet.tokens.access.AccessTokenVerifier;
import dev.signet.tokens.access.ActorClaim;
import dev.signet.tokens.access.ExchangedTokens;
import dev.signet.tokens.access.IssuedAccessToken;
import dev.signet.tokens.access.TokenExchange;
import dev.signet.tokens.bearer.AlternativeBearerCredential;
import dev.signet.tokens.bearer.AlternativeBearerSources;
import dev.signet.tokens.dpop.DpopBoundTokens;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Grant {@code urn:ietf:params:oauth:grant-type:token-exchange} (RFC 8693): exchanges an access token or an alternative
 * bearer credential for a restricted access token. The client is one to which the subject token was issued, or a
 * resource server for which it is meant. The client is the actor. The scope, audience, roles and lifetime of the new
 * token never exceed those of the subject token.
 */
@Singleton
final class TokenExchangeGrant implements TokenGrant {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final Set<String> TYPES = Set.of(ACCESS_TOKEN, "urn:ietf:params:oauth:token-type:jwt");
    private static final int MAX_ACTORS = 4;

    private final AccessTokenVerifier verifier;
    private final AlternativeBearerSources bearerSources;
    private final AllowedClientAccess access;
    private final ExchangedTokens tokens;

    TokenExchangeGrant(
            AccessTokenVerifier verifier,
            AlternativeBearerSources bearerSources,
            AllowedClientAccess access,
            ExchangedTokens tokens) {
        this.verifier = verifier;
        this.bearerSources = bearerSources;
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
    public List<String> allowedAudiences(AllowedClientAccess access, Client client) {
        return Stream.concat(access.userTokenAudiences(client).stream(), access.clientTokenAudiences(client).stream())
                .distinct()
                .toList();
    }

    @Override
    public TokenResponse issue(TokenRequest request) {
        if (request.client().isPublic()) {
            throw new ServiceException(ErrorCode.UNAUTHORIZED_CLIENT, "public clients may not exchange tokens");
        }
        ClaimsSet subject = requireSubjectToken(request);
        Scope scope = resolveScope(request, subject);
        TokenExchange exchange = new TokenExchange(
                subject, request.client(), scope, resolveAudience(request, subject), request.options());
        IssuedAccessToken issued =
                tokens.issue(exchange).orElseThrow(() -> invalidRequest("the subject may not receive tokens"));
        TokenResponse response = TokenResponse.of(issued, scope, request.options());
        response.members().put("issued_token_type", ACCESS_TOKEN);
        return response;
    }

    private ClaimsSet requireSubjectToken(TokenRequest request) {
        OAuthParameters parameters = request.parameters();
        String presented = parameters.required("subject_token");
        String type = parameters.required("subject_token_type");
        if (!TYPES.contains(type)
                || !TYPES.contains(parameters.first("requested_token_type").orElse(ACCESS_TOKEN))) {
            throw invalidRequest("the token type is not supported for token exchange");
        }
        if (parameters.first("actor_token").isPresent()
                || parameters.first("actor_token_type").isPresent()) {
            throw invalidRequest("actor_token is not supported: the authenticated client is the actor");
        }
        return findClaims(presented, type)
                .filter(token -> isIssuedTo(token, request.client()) || hasAudience(token, request.client()))
                .filter(token -> DpopBoundTokens.isBearer(token) || isBoundToPresentedKey(token, request))
                .filter(token -> ActorClaim.count(token) < MAX_ACTORS)
                .orElseThrow(() -> invalidRequest("subject_token is not an active access token of this client"));
    }

    // RFC 8693 §3: an access token may have any format, a token of type JWT must be a JWT.
    private Optional<ClaimsSet> findClaims(String presented, String type) {
        if (!bearerSources.accepts(presented)) {
            return verifier.verifyForOthers(presented).map(VerifiedJwt::claims);
        }
        return type.equals(ACCESS_TOKEN)
                ? bearerSources.find(presented).map(AlternativeBearerCredential::claimsForExchange)
                : Optional.empty();
    }

    private static boolean isIssuedTo(ClaimsSet claims, Client client) {
        return claims.string("client_id").filter(client.id()::equals).isPresent();
    }

    private static boolean hasAudience(ClaimsSet claims, Client client) {
        return claims.strings("aud").stream().anyMatch(client.audiences()::contains);
    }

    private static boolean isBoundToPresentedKey(ClaimsSet token, TokenRequest request) {
        String key = DpopBoundTokens.keyThumbprint(token);
        return key != null && key.equals(request.options().keyThumbprint());
    }

    private static Scope resolveScope(TokenRequest request, ClaimsSet claims) {
        Scope granted = Scope.ofNullable(claims.string("scope").orElse(null));
        if (!granted.containsAll(request.scope())) {
            throw new ServiceException(ErrorCode.INVALID_SCOPE, "scope is wider than the subject_token");
        }
        return request.scope().isEmpty() ? granted.retainAll(request.client().scope()) : request.scope();
    }

    // RFC 8693 §2.1: resource and audience both name the target.
    private List<String> resolveAudience(TokenRequest request, ClaimsSet claims) {
        List<String> allowed = allowedAudiences(access, request.client());
        Set<String> requested = new LinkedHashSet<>(request.resources());
        requested.addAll(access.validateResources(allowed, request.parameters().all("audience")));
        List<String> granted = claims.strings("aud");
        if (requested.isEmpty()) {
            requested.addAll(granted);
            requested.retainAll(allowed);
        }
        if (requested.isEmpty() || !granted.containsAll(requested)) {
            throw new ServiceException(ErrorCode.INVALID_TARGET, "resource is wider than the subject_token");
        }
        return new ArrayList<>(requested);
    }

    // RFC 8693 §2.2.2: an invalid subject token is an invalid_request.
    private static ServiceException invalidRequest(String privateReason) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, privateReason);
    }
}
