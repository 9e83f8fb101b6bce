package dev.signet.oauth.token;

import dev.signet.clients.Client;
import dev.signet.clients.Scope;
import dev.signet.clients.authentication.ClientRequest;
import dev.signet.clients.registry.ClientUsage;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.oauth.AllowedClientAccess;
import dev.signet.oauth.CallingClient;
import dev.signet.oauth.OAuthParameters;
import dev.signet.throttle.AttemptLimits;
import dev.signet.throttle.CountedRequest;
import dev.signet.tokens.access.IssueCounters;
import dev.signet.tokens.dpop.DpopProofs;
import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.tokens.grant.RequestedDownscope;
import dev.signet.tokens.grant.TokenOptions;
import dev.signet.web.caller.Caller;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Token endpoint (RFC 6749 §3.2). It performs the checks of every grant once and in a fixed order, so that no grant can
 * omit one. The last check, whether the account may still receive tokens, belongs to the code that issues them.
 */
@Singleton
final class TokenEndpoint {

    private final CallingClient clients;
    private final TokenGrants grants;
    private final AllowedClientAccess access;
    private final DpopProofs proofs;
    private final AttemptLimits limits;
    private final Caller caller;
    private final ClientUsage usage;
    private final GrantTimers timers;
    private final GrantSpans spans;
    private final IssueCounters issued;
    private final String url;

    TokenEndpoint(
            CallingClient clients,
            TokenGrants grants,
            AllowedClientAccess access,
            DpopProofs proofs,
            AttemptLimits limits,
            Caller caller,
            ClientUsage usage,
            GrantTimers timers,
            GrantSpans spans,
            IssueCounters issued,
            Issuer issuer) {
        this.clients = clients;
        this.grants = grants;
        this.access = access;
        this.proofs = proofs;
        this.limits = limits;
        this.caller = caller;
        this.usage = usage;
        this.timers = timers;
        this.spans = spans;
        this.issued = issued;
        this.url = issuer.url(TokenResource.PATH);
    }

    /** Returns the response if it needs no database access: the client is cached, and the grant needs no query. */
    Optional<Map<String, Object>> issueFromCache(TokenEndpointRequest tokenRequest) {
        if (!tokenRequest.proofs().isEmpty()) {
            return Optional.empty();
        }
        return grants.find(tokenRequest.grantType())
                .filter(grant -> !grant.needsDatabase())
                .flatMap(grant -> clients.findCached(tokenRequest.parameters(), tokenRequest.authorization())
                        .filter(client -> !client.tokens().senderConstrained() && !grant.needsDatabaseFor(client))
                        .map(client -> issue(tokenRequest, new ClientRequest(client, CountedRequest.UNLIMITED))));
    }

    Map<String, Object> issue(TokenEndpointRequest tokenRequest) {
        return issue(
                tokenRequest, clients.authenticateRequest(tokenRequest.parameters(), tokenRequest.authorization()));
    }

    private Map<String, Object> issue(TokenEndpointRequest tokenRequest, ClientRequest clientRequest) {
        Client client = clientRequest.client();
        TokenGrant grant = requireAllowedGrant(tokenRequest.grantType(), client);
        TokenResponse response = spans.trace(grant.type(), client, () -> issue(grant, tokenRequest, clientRequest));
        usage.record(client);
        issued.count(grant.type(), client);
        return response.members();
    }

    private TokenResponse issue(TokenGrant grant, TokenEndpointRequest tokenRequest, ClientRequest clientRequest) {
        Client client = clientRequest.client();
        OAuthParameters parameters = tokenRequest.parameters();
        Scope scope = access.validateScope(client, parameters.first("scope").orElse(""));
        List<String> audiences = grant.allowedAudiences(access, client);
        List<String> resources = access.validateResources(audiences, parameters.all("resource"));
        Counting counting = new Counting(clientRequest);
        TokenOptions options = new TokenOptions(
                client.tokens(),
                verifyDpopKey(tokenRequest, client, counting),
                new RequestedDownscope(scope, resources, access.limits(client, audiences)));
        TokenRequest request = new TokenRequest(client, parameters, scope, resources, options);
        return counting.run(() -> timers.time(grant.type(), () -> grant.issue(request)));
    }

    private TokenGrant requireAllowedGrant(String grantType, Client client) {
        TokenGrant grant = grants.find(grantType)
                .orElseThrow(
                        () -> new ServiceException(ErrorCode.UNSUPPORTED_GRANT_TYPE, "grant_type is not supported"));
        if (!client.allowsGrant(grant.type())) {
            throw new ServiceException(
                    ErrorCode.UNAUTHORIZED_CLIENT, "the client is not registered for the grant type");
        }
        return grant;
    }

    // RFC 9449 §5, §5.2.
    private @Nullable String verifyDpopKey(TokenEndpointRequest tokenRequest, Client client, Counting counting) {
        if (tokenRequest.proofs().isEmpty() && !client.tokens().senderConstrained()) {
            return null;
        }
        return proofs.validate(new PresentedProof(tokenRequest.proofs(), "POST", url, null), counting::count);
    }

    /**
     * Counts the requests of a public or self-registered client that store a client assertion or a DPoP proof and then
     * fail.
     */
    private final class Counting {

        private ClientRequest request;

        Counting(ClientRequest request) {
            this.request = request;
        }

        void count() {
            request = request.counted(limits, caller.ipAddress());
        }

        TokenResponse run(Supplier<TokenResponse> grant) {
            try {
                TokenResponse response = grant.get();
                request.count().withdraw();
                return response;
            } catch (ServiceException e) {
                // A device that polls at its interval is not counted. A device that polls faster is counted, because
                // every client can request a device code.
                if (e.code() == ErrorCode.AUTHORIZATION_PENDING) {
                    request.count().withdraw();
                }
                throw e;
            }
        }
    }
}
