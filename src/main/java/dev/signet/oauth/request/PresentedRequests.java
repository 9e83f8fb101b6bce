package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;

import java.time.Duration;

/** Finds the parameters that count: those of the query, of the signed object in it (RFC 9101), or of a pushed request (RFC 9126). */
@Singleton
public class PresentedRequests {

    private final RequestReader reader;
    private final RequestObjects objects;
    private final PushedRequests pushed;

    PresentedRequests(RequestReader reader, RequestObjects objects, PushedRequests pushed) {
        this.reader = reader;
        this.objects = objects;
        this.pushed = pushed;
    }

    /**
     * What a request to the authorization endpoint asks for.
     *
     * @param atPages how long somebody may be at the pages of a request before it has its answer
     * @throws ServiceException {@code unknown_client}, {@code invalid_request_uri}, or what {@link RequestReader#address} throws
     * @throws ClientToldException if the client has to push its requests and did not, or its request object is refused
     */
    public PresentedRequest presented(RequestParameters query, Duration atPages) {
        Client client = reader.client(query);
        String requestUri = query.orNull("request_uri");
        if (requestUri != null && PushedRequests.isOurs(requestUri)) {
            return pushed.find(requestUri, client.id(), atPages)
                    .orElseThrow(() ->
                            new ServiceException(ErrorCode.INVALID_REQUEST_URI, "request_uri is unknown or expired"));
        }
        if (client.pushedRequestsOnly()) {
            throw new ClientToldException(
                            reader.address(query, client),
                            ErrorCode.INVALID_REQUEST,
                            "request_uri is missing, but the client must push its requests")
                    .detail("Parameter request_uri is required: the client is registered with"
                            + " require_pushed_authorization_requests.");
        }
        return new PresentedRequest(opened(query, client), null);
    }

    /**
     * The parameters in the request object, if there is one, else those beside which it would stand.
     *
     * @throws ClientToldException if it is not the client's
     * @throws ServiceException the same if nothing says where to tell the client
     */
    RequestParameters opened(RequestParameters parameters, Client client) {
        String object = parameters.orNull("request");
        if (object == null) {
            if (client.signedRequestsOnly()) {
                throw refusal(
                        parameters,
                        client,
                        ErrorCode.INVALID_REQUEST,
                        "request is missing, but the client must sign its requests",
                        "Parameter request is required: the client is registered with require_signed_request_object.");
            }
            return parameters;
        }
        return objects.read(object, client)
                .orElseThrow(() -> refusal(
                        parameters,
                        client,
                        ErrorCode.INVALID_REQUEST_OBJECT,
                        "the request object is invalid",
                        ErrorCode.INVALID_REQUEST_OBJECT.sentence()));
    }

    private RuntimeException refusal(
            RequestParameters parameters, Client client, ErrorCode code, String privateReason, String sentence) {
        return reader.provenAddress(parameters, client)
                .<RuntimeException>map(
                        address -> new ClientToldException(address, code, privateReason).detail(sentence))
                .orElseGet(() -> new ServiceException(code, privateReason).detail(sentence));
    }

    /**
     * Uses a request up with its answer.
     *
     * @throws ServiceException {@code invalid_request_uri} if it was pushed and has had its answer
     */
    public void use(PresentedRequest request) {
        if (request.pushedId() != null && !pushed.use(request.pushedId())) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST_URI, "the pushed request was already completed");
        }
    }
}
