package dev.signet.oauth.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Response to a pushed authorization request (RFC 9126 §2.2). */
record PushedAuthorizationResponse(
        @Schema(examples = "\"urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c…\"")
        String requestUri,

        @Schema(examples = "60") long expiresIn) {

    @Override
    public String toString() {
        return "PushedAuthorizationResponse";
    }
}
