package dev.signet.oauth.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client gets for a request it pushed (RFC 9126 §2.2). */
record PushedAnswer(
        @Schema(examples = "\"urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c…\"")
        String requestUri,

        @Schema(examples = "60") long expiresIn) {

    @Override
    public String toString() {
        return "PushedAnswer";
    }
}
