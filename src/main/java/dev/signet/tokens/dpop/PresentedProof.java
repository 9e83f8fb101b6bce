package dev.signet.tokens.dpop;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * {@code DPoP} header and the request that contains it.
 *
 * @param headers the values of all {@code DPoP} headers, of which there must be exactly one
 * @param url the URL of the request on the issuer, independent of the headers of the request
 * @param accessToken the access token presented with it; null if there is none
 */
public record PresentedProof(
        List<String> headers,
        String method,
        String url,
        @Nullable String accessToken) {

    @Override
    public String toString() {
        return "PresentedProof[" + method + " " + url + "]";
    }
}
