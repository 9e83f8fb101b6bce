package dev.signet.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/** A key as administrators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyView(
        String kid,
        String alg,
        KeyState state,
        Instant createdAt,
        Instant activatesAt,
        @Nullable Instant deactivatesAt,
        @Nullable Instant destroysAt,
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
