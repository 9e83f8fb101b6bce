package dev.signet.apikeys;

import dev.signet.apikeys.authentication.ApiKeyFormat;
import dev.signet.clients.Scope;
import dev.signet.database.SpaceSeparatedValues;
import dev.signet.secrets.SecretDigest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An API key as stored in the table; changed only by update statements, never through this object. */
@Entity
@Table(name = "api_key")
class StoredApiKey {

    @Id
    UUID id;

    UUID accountId;
    String name;
    String prefix;
    String scope;
    String audience;
    String roles;
    byte[] secretHash;
    byte @Nullable [] formerHash;

    @Nullable
    Instant formerExpiresAt;

    UUID sessionId;
    Instant createdAt;
    Instant issuedAt;

    @Nullable
    Instant expiresAt;

    @Nullable
    Instant lastUsedAt;

    @Nullable
    Instant revokedAt;

    @Nullable
    Instant removeAfter;

    long version;

    protected StoredApiKey() {}

    StoredApiKey(UUID accountId, NewApiKey requested, String key, Instant now, @Nullable Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.name = requested.name();
        this.prefix = ApiKeyFormat.displayPrefix(key);
        this.scope = requested.scope().toString();
        this.audience = SpaceSeparatedValues.join(requested.audience());
        this.roles = SpaceSeparatedValues.join(requested.roles());
        this.secretHash = SecretDigest.sha256(key);
        this.sessionId = UUID.randomUUID();
        this.createdAt = now;
        this.issuedAt = now;
        this.expiresAt = expiresAt;
        this.removeAfter = expiresAt;
    }

    /** Returns the key for a response, including the secret if it was just created. */
    ApiKeyView view(@Nullable String key, Instant now) {
        Instant formerEnd = formerExpiresAt != null && formerExpiresAt.isAfter(now) ? formerExpiresAt : null;
        return new ApiKeyView(
                id,
                key,
                prefix,
                name,
                List.copyOf(Scope.ofText(scope).tokens()),
                SpaceSeparatedValues.split(roles),
                SpaceSeparatedValues.split(audience),
                createdAt,
                expiresAt,
                lastUsedAt,
                formerEnd);
    }
}
