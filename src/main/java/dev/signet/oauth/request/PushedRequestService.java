package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.clients.authentication.ClientRequest;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.dpop.DpopProofs;
import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.web.caller.Caller;
import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Set;

/** Validation of pushed requests. The authorization endpoint validates the request again when it is used. */
@Singleton
class PushedRequestService {

    private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion", "client_assertion_type");

    private final PresentedRequests presentedRequests;
    private final RequestReader reader;
    private final PushedRequests requests;
    private final DpopProofs proofs;
    private final AttemptLimits limits;
    private final Caller caller;
    private final String url;

    PushedRequestService(
            PresentedRequests presentedRequests,
            RequestReader reader,
            PushedRequests requests,
            DpopProofs proofs,
            AttemptLimits limits,
            Caller caller,
            Issuer issuer) {
        this.presentedRequests = presentedRequests;
        this.reader = reader;
        this.requests = requests;
        this.proofs = proofs;
        this.limits = limits;
        this.caller = caller;
        this.url = issuer.url(PushedRequestResource.PATH);
    }

    /**
     * Validates and stores the request of an authenticated client.
     *
     * @throws ServiceException every error of the authorization endpoint; {@code too_many_attempts} for a public or
     *     self-registered client
     */
    PushedAuthorizationResponse push(RequestParameters form, ClientRequest request, List<String> dpopProofs) {
        Client client = request.client();
        RequestParameters requested = form.without(CREDENTIALS).with("client_id", client.id());
        if (requested.has("request_uri")) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "request_uri is not allowed in a pushed request");
        }
        RequestParameters parameters;
        try {
            parameters = presentedRequests.readRequestObject(requested, client);
            reader.read(parameters);
        } catch (AuthorizationErrorException error) {
            throw error.toServiceException();
        } catch (ServiceException rejection) {
            // The response is sent directly to the client, so the code is one of RFC 9126.
            throw rejection.code() == ErrorCode.UNREGISTERED_REDIRECT_URI
                    ? new ServiceException(ErrorCode.INVALID_REQUEST, "redirect_uri is not registered")
                    : rejection;
        }
        request.counted(limits, caller.ipAddress());
        return new PushedAuthorizationResponse(
                requests.store(bindToDpopKey(parameters, dpopProofs), client.id()),
                requests.ttl().toSeconds());
    }

    // RFC 9449 §10.1: a DPoP proof binds the code to the thumbprint of its key, which must match dpop_jkt if both are
    // present.
    private RequestParameters bindToDpopKey(RequestParameters parameters, List<String> dpopProofs) {
        if (dpopProofs.isEmpty()) {
            return parameters;
        }
        String thumbprint = proofs.validate(new PresentedProof(dpopProofs, "POST", url, null));
        if (parameters
                .single("dpop_jkt")
                .filter(requestedKey -> !requestedKey.equals(thumbprint))
                .isPresent()) {
            throw new ServiceException(
                    ErrorCode.INVALID_DPOP_PROOF, "dpop_jkt does not match the key of the DPoP proof");
        }
        return parameters.with("dpop_jkt", thumbprint);
    }
}
