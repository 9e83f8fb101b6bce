package dev.signet.login.passkeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A passkey as returned to its user.
 *
 * @param backedUp whether a password manager has stored it on further devices
 * @param authenticator the name of the authenticator or password manager
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Passkey(
        @Schema(examples = "\"01977f2e-6a3b-7c11-9d52-0c6b3f2f8a10\"")
        UUID id,

        @Schema(examples = "\"Work laptop\"") String name,
        @Schema(examples = "\"2026-11-22T08:15:30Z\"") Instant createdAt,

        @Schema(examples = "\"2026-11-22T09:02:11Z\"") @Nullable
        Instant lastUsedAt,

        @Schema(examples = "true") boolean backedUp,
        @Schema(examples = "\"Windows Hello\"") String authenticator) {}
