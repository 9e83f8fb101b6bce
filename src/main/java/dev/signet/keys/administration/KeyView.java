package dev.signet.keys.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signet.keys.KeyRecord;
import dev.signet.keys.KeyState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/** A key in responses to administrators. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyView(
        @Schema(examples = "\"-Ya_o5H6xTUXkJ1Wn7uHTxXb6s2TbEoOqt1xLtjDGx8\"")
        String kid,

        @Schema(examples = "\"ES256\"") String alg,
        @Schema(examples = "\"ACTIVE\"") KeyState state,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant activatesAt,

        @Schema(examples = "\"2027-02-20T08:15:30Z\"") @Nullable
        Instant deactivatesAt,

        @Schema(examples = "\"2027-02-20T08:21:30Z\"") @Nullable
        Instant destroysAt,

        @Schema(examples = "{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"…\", \"y\": \"…\"}")
        Map<String, Object> jwk) {

    static KeyView of(KeyRecord key) {
        return new KeyView(
                key.kid(),
                key.algorithm().wireName(),
                key.state(),
                key.createdAt(),
                key.activatesAt(),
                key.deactivatesAt(),
                key.destroysAt(),
                key.jwk().members());
    }
}
