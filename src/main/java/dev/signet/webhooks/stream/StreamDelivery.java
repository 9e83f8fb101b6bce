package dev.signet.webhooks.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of a stream's events to the client (Shared Signals Framework 1.0 §6.1).
 *
 * @param authorizationHeader the {@code Authorization} header of each push (§6.1.1); never in a response
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreamDelivery(
        @Schema(examples = "\"urn:ietf:rfc:8935\"") @Nullable
        String method,

        @Schema(examples = "\"https://shop.example.com/events\"") @Nullable
        String endpointUrl,

        @Schema(examples = "\"Bearer eyJhbGciOi…\"", writeOnly = true) @Nullable
        String authorizationHeader) {

    /** Push delivery. */
    static final String PUSH = "urn:ietf:rfc:8935";

    /** Poll delivery. */
    static final String POLL = "urn:ietf:rfc:8936";

    @Override
    public String toString() {
        return "StreamDelivery[" + method + "]";
    }
}
