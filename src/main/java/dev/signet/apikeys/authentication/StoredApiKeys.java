package dev.signet.apikeys.authentication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored API keys, as the package that owns their table provides them for authentication. */
public interface StoredApiKeys {

    /**
     * Returns the key with this current or former hash, even if it has expired. Returns empty if it does not exist or
     * is revoked, or if its account may not receive tokens.
     */
    Optional<PresentedApiKey> find(byte[] hash);

    /** Returns the keys that were changed after a version. */
    List<UUID> changedSince(long version);

    /** Stores that a key is used now, unless any node stored a use within the last minute. */
    void recordUse(UUID id);
}
