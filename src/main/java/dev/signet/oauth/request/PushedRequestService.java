package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.clients.ClientRequest;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.throttle.AttemptLimits;
import dev.signet.tokens.dpop.DpopProofs;
import dev.signet.tokens.dpop.PresentedProof;
import dev.signet.web.Caller;
import dev.signet.web.Issuer;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Set;

/** Judges a request when it is pushed, as the authorization endpoint will again when it is used. */
@Singleton
class PushedRequestService {

    private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion", "client_assertion_type");

    private final PresentedRequests presented;
    private final RequestReader reader;
    private final PushedRequests requests;
    private final DpopProofs proofs;
    private final AttemptLimits limits;
    private final Caller caller;
    private final String url;

    PushedRequestService(
            PresentedRequests presented,
            RequestReader reader,
            PushedRequests requests,
            DpopProofs proofs,
            AttemptLimits limits,
            Caller caller,
            Issuer issuer) {
        this.presented = presented;
        this.reader = reader;
        this.requests = requests;
        this.proofs = proofs;
        this.limits = limits;
        this.caller = caller;
        this.url = issuer.url(PushedRequestResource.PATH);
    }

    /**
     * Stores a request of an authenticated client.
     *
     * @throws ServiceException with the errors of the authorization endpoint; {@code too_many_attempts} for a public or
     *     self-registered client
     */
    PushedAnswer push(RequestParameters sent, ClientRequest request, List<String> proofs) {
        Client client = request.client();
        RequestParameters asked = sent.without(CREDENTIALS).with("client_id", client.id());
        if (asked.has("request_uri")) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "request_uri is not allowed in a pushed request");
        }
        RequestParameters parameters;
        try {
            parameters = presented.opened(asked, client);
            reader.read(parameters);
        } catch (ClientToldException refusal) {
            throw refusal.direct();
        } catch (ServiceException refusal) {
            // Here it is told to the client itself, in words of its own protocol.
            throw refusal.code() == ErrorCode.UNREGISTERED_REDIRECT_URI
                    ? new ServiceException(ErrorCode.INVALID_REQUEST, "redirect_uri is not registered")
                    : refusal;
        }
        request.counted(limits, caller.address());
        return new PushedAnswer(
                requests.push(bound(parameters, proofs), client.id()),
                requests.ttl().toSeconds());
    }

    // RFC 9449 §10.1: a proof says as much as its key's thumbprint, and the two may not contradict each other.
    private RequestParameters bound(RequestParameters parameters, List<String> shown) {
        if (shown.isEmpty()) {
            return parameters;
        }
        String thumbprint = proofs.provenKey(new PresentedProof(shown, "POST", url, null));
        if (parameters.one("dpop_jkt").filter(said -> !said.equals(thumbprint)).isPresent()) {
            throw new ServiceException(
                    ErrorCode.INVALID_DPOP_PROOF, "dpop_jkt does not match the key of the DPoP proof");
        }
        return parameters.with("dpop_jkt", thumbprint);
    }
}
