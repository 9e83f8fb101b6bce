package dev.signet.oauth.revocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signet.error.ServiceException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Subject Identifier (RFC 9493 §3) in one of the formats that identify an account: {@code iss_sub} and {@code opaque}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubjectIdentifier(
        @Schema(examples = "\"iss_sub\"") @Nullable String format,

        @Schema(examples = "\"https://id.example.com\"") @Nullable
        String iss,

        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        String sub,

        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"") @Nullable
        String id) {

    /**
     * Returns the account id in this identifier; null if the identifier has another issuer or cannot be an account id.
     *
     * @throws ServiceException {@code invalid_request} if the identifier is malformed or has another format
     */
    @Nullable
    UUID findAccountId(String issuer) {
        if ("iss_sub".equals(format) && iss != null && sub != null && id == null) {
            return iss.equals(issuer) ? parseUuid(sub) : null;
        }
        if ("opaque".equals(format) && id != null && iss == null && sub == null) {
            return parseUuid(id);
        }
        throw ServiceException.invalidMember("sub_id", "sub_id is malformed, or its format is not iss_sub or opaque");
    }

    private static @Nullable UUID parseUuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }
}
