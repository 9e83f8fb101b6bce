package dev.signet.oauth.request;

import dev.signet.clients.Client;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.inject.Singleton;

import java.time.Duration;

/**
 * Resolution of the effective parameters of an authorization request: those of the query, of its signed request object
 * (RFC 9101), or of a pushed request (RFC 9126).
 */
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
     * Resolves the parameters of a request to the authorization endpoint.
     *
     * @param pageTtl the maximum time that a user may spend on the pages of a request before its response
     * @throws ServiceException {@code unknown_client}, {@code invalid_request_uri}, or the errors of {@link
     *     RequestReader#requireRedirectUri}
     * @throws AuthorizationErrorException if the client must push its requests and did not, or its request object is
     *     rejected
     */
    public PresentedRequest resolve(RequestParameters query, Duration pageTtl) {
        Client client = reader.requireClient(query);
        String requestUri = query.singleOrNull("request_uri");
        if (requestUri != null && PushedRequests.isPushedRequestUri(requestUri)) {
            return pushed.find(requestUri, client.id(), pageTtl)
                    .orElseThrow(() ->
                            new ServiceException(ErrorCode.INVALID_REQUEST_URI, "request_uri is unknown or expired"));
        }
        if (client.pushedRequestsOnly()) {
            throw new AuthorizationErrorException(
                            reader.requireRedirectUri(query, client),
                            ErrorCode.INVALID_REQUEST,
                            "request_uri is missing, but the client must push its requests")
                    .detail("Parameter request_uri is required: the client is registered with"
                            + " require_pushed_authorization_requests.");
        }
        return new PresentedRequest(readRequestObject(query, client), null);
    }

    /**
     * Returns the parameters of the request object if there is one, otherwise the given parameters.
     *
     * @throws AuthorizationErrorException if the request object is missing, invalid or of another client
     * @throws ServiceException the same error if the parameters have no verified redirect URI
     */
    RequestParameters readRequestObject(RequestParameters parameters, Client client) {
        String object = parameters.singleOrNull("request");
        if (object == null) {
            if (client.signedRequestsOnly()) {
                throw createRequestObjectError(
                        parameters,
                        client,
                        ErrorCode.INVALID_REQUEST,
                        "request is missing, but the client must sign its requests",
                        "Parameter request is required: the client is registered with require_signed_request_object.");
            }
            return parameters;
        }
        return objects.read(object, client)
                .orElseThrow(() -> createRequestObjectError(
                        parameters,
                        client,
                        ErrorCode.INVALID_REQUEST_OBJECT,
                        "the request object is invalid",
                        ErrorCode.INVALID_REQUEST_OBJECT.sentence()));
    }

    private RuntimeException createRequestObjectError(
            RequestParameters parameters, Client client, ErrorCode code, String privateReason, String sentence) {
        return reader.findRedirectUri(parameters, client)
                .<RuntimeException>map(redirectUri ->
                        new AuthorizationErrorException(redirectUri, code, privateReason).detail(sentence))
                .orElseGet(() -> new ServiceException(code, privateReason).detail(sentence));
    }

    /**
     * Consumes a pushed request when its response is sent; does nothing for other requests.
     *
     * @throws ServiceException {@code invalid_request_uri} if the pushed request was consumed before
     */
    public void consume(PresentedRequest request) {
        if (request.pushedId() != null && !pushed.consume(request.pushedId())) {
            throw new ServiceException(ErrorCode.INVALID_REQUEST_URI, "the pushed request was already completed");
        }
    }
}
