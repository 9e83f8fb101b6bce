package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;

import java.util.Set;

/** Judges a request when it is pushed, as the authorization endpoint will again when it is used. */
@Singleton
class PushedRequestService {

    private static final Set<String> CREDENTIALS = Set.of("client_secret", "client_assertion", "client_assertion_type");

    private final PresentedRequests presented;
    private final RequestReader reader;
    private final PushedRequests requests;

    PushedRequestService(PresentedRequests presented, RequestReader reader, PushedRequests requests) {
        this.presented = presented;
        this.reader = reader;
        this.requests = requests;
    }

    /**
     * Keeps a request of a client that has shown who it is.
     *
     * @throws ServiceException with whatever the authorization endpoint would refuse it for
     */
    PushedAnswer push(RequestParameters sent, Client client) {
        RequestParameters asked = sent.without(CREDENTIALS).with("client_id", client.id());
        if (asked.has("request_uri")) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST, "request_uri in a pushed request");
        }
        RequestParameters parameters;
        try {
            parameters = presented.opened(asked, client);
            reader.read(parameters);
        } catch (ClientToldException refusal) {
            throw new ServiceException(refusal.code(), refusal.privateReason());
        } catch (ServiceException refusal) {
            // Here it is told to the client itself, in words of its own protocol.
            throw refusal.code() == ErrorCode.UNREGISTERED_REDIRECT_URI
                    ? new ServiceException(ErrorCode.INVALID_REQUEST, "redirect_uri is not registered")
                    : refusal;
        }
        return new PushedAnswer(
                requests.push(parameters, client.id()), requests.ttl().toSeconds());
    }
}
