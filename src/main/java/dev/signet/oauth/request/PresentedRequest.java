package dev.signet.oauth.request;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Effective parameters of an authorization request, from the query, a request object or a pushed request.
 *
 * @param pushedId id of the pushed request that contained the parameters (RFC 9126), which is valid for one response;
 *     null if the request was not pushed
 */
public record PresentedRequest(
        RequestParameters parameters, @Nullable UUID pushedId) {}
