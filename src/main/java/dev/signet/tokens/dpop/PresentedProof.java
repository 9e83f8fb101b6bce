package dev.signet.tokens.dpop;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A {@code DPoP} header and the request it stands in.
 *
 * @param headers the values of all {@code DPoP} headers; there has to be one
 * @param url the request's URL as the issuer knows it, not as a header of the request says
 * @param accessToken the token presented with it, if any
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
