package dev.signet.apikeys.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.apikeys.ApiKeyRotation;
import dev.signet.apikeys.RequestedExpiry;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** The optional body of a rotation. */
record RotationBody(
        @Schema(examples = "\"2027-02-20T08:15:30Z\"", implementation = String.class, nullable = true) @Nullable
        JsonNode expiresAt,

        @Schema(examples = "86400") @Nullable Long formerKeyTtl) {

    static final RotationBody EMPTY = new RotationBody(null, null);

    @Nullable
    RequestedExpiry requestedExpiry() {
        return RequestedExpiry.read(expiresAt);
    }

    @Nullable
    Duration overlap() {
        if (formerKeyTtl == null) {
            return null;
        }
        if (formerKeyTtl < 0 || formerKeyTtl > ApiKeyRotation.MAX_OVERLAP.toSeconds()) {
            throw ServiceException.invalidMember("former_key_ttl", "former_key_ttl is out of range");
        }
        return Duration.ofSeconds(formerKeyTtl);
    }
}
