package dev.signet.oauth.request;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The parameters that count in a request, wherever they stood.
 *
 * @param pushedId the pushed request they come from (RFC 9126), which is good for one answer
 */
public record PresentedRequest(
        RequestParameters parameters, @Nullable UUID pushedId) {}
