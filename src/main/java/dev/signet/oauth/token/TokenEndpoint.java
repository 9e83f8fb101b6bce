package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.ClientRequest;
import dev.signet.clients.ClientUse;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.CallingClient;
import dev.signet.oauth.OAuthParameters;
import dev.signet.oauth.RequestedAccess;
import dev.signet.throttle.AttemptLimits;
import dev.signet.throttle.CountedRequest;
import dev.signet.tokens.Narrowing;
import dev.signet.tokens.TokenForm;
import dev.signet.tokens.dpop.DpopProofs;
import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.web.Caller;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The token endpoint (RFC 6749 §3.2): what every grant needs, done once and in this order, so that no grant can forget a part of
 * it. The last part, whether the account may still receive tokens, is asked by whoever issues them.
 */
@Singleton
final class TokenEndpoint {

    private final CallingClient clients;
    private final TokenGrants grants;
    private final RequestedAccess access;
    private final DpopProofs proofs;
    private final AttemptLimits limits;
    private final Caller caller;
    private final ClientUse use;
    private final String url;

    TokenEndpoint(
            CallingClient clients,
            TokenGrants grants,
            RequestedAccess access,
            DpopProofs proofs,
            AttemptLimits limits,
            Caller caller,
            ClientUse use,
            Issuer issuer) {
        this.clients = clients;
        this.grants = grants;
        this.access = access;
        this.proofs = proofs;
        this.limits = limits;
        this.caller = caller;
        this.use = use;
        this.url = issuer.url(TokenResource.PATH);
    }

    /** The answer if nothing on the way to it waits for the database: the client is in memory, and the grant asks nothing. */
    Optional<Map<String, Object>> answerAtOnce(TokenCall call) {
        if (!call.proofs().isEmpty()) {
            return Optional.empty();
        }
        return grants.find(call.grantType())
                .filter(grant -> !grant.waits())
                .flatMap(grant -> clients.recognised(call.parameters(), call.authorization())
                        .filter(client -> !client.tokens().senderConstrained() && !grant.waitsFor(client))
                        .map(client -> answer(call, new ClientRequest(client, CountedRequest.UNLIMITED))));
    }

    Map<String, Object> answer(TokenCall call) {
        return answer(call, clients.request(call.parameters(), call.authorization()));
    }

    private Map<String, Object> answer(TokenCall call, ClientRequest request) {
        Client client = request.client();
        OAuthParameters parameters = call.parameters();
        TokenGrant grant = allowed(call.grantType(), client);
        Set<String> scope = access.scope(client, parameters.first("scope").orElse(""));
        List<String> audiences = grant.audiences(access, client);
        List<String> resources = access.resources(audiences, parameters.all("resource"));
        Counting counting = new Counting(request);
        TokenForm form = new TokenForm(
                client.tokens(),
                provenKey(call, client, counting),
                new Narrowing(String.join(" ", scope), resources, access.limits(client, audiences)));
        Map<String, Object> answer = counting.run(
                        () -> grant.answer(new TokenRequest(client, parameters, scope, resources, form)))
                .members();
        use.used(client);
        return answer;
    }

    private TokenGrant allowed(String grantType, Client client) {
        TokenGrant grant = grants.find(grantType)
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.UNSUPPORTED_GRANT_TYPE, "grant_type is not supported"));
        if (!client.mayUse(grant.type())) {
            throw new ServiceException(
                    ErrorCode.UNAUTHORIZED_CLIENT, "the client is not registered for the grant type");
        }
        return grant;
    }

    // RFC 9449 §5, §5.2.
    private @Nullable String provenKey(TokenCall call, Client client, Counting counting) {
        if (call.proofs().isEmpty() && !client.tokens().senderConstrained()) {
            return null;
        }
        return proofs.provenKey(new PresentedProof(call.proofs(), "POST", url, null), counting::begin);
    }

    /** Counts the requests of a public or self-registered client that store a client assertion or a DPoP proof without having a grant. */
    private final class Counting {

        private ClientRequest request;

        Counting(ClientRequest request) {
            this.request = request;
        }

        void begin() {
            request = request.counted(limits, caller.address());
        }

        TokenResponse run(Supplier<TokenResponse> grant) {
            try {
                TokenResponse response = grant.get();
                request.count().withdraw();
                return response;
            } catch (ServiceException e) {
                // A device that polls at its interval is not counted. A device that polls faster is counted, because
                // every
                // client can request a device code.
                if (e.code() == ErrorCode.AUTHORIZATION_PENDING) {
                    request.count().withdraw();
                }
                throw e;
            }
        }
    }
}
