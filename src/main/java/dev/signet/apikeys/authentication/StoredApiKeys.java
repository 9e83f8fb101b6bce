package dev.signet.apikeys.authentication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stored API keys, as the package that owns their table provides them for authentication. */
public interface StoredApiKeys {

    /**
     * Returns the key with this current or former hash; empty if it does not exist, is revoked, or belongs to an
     * account that may not receive tokens. It may have expired.
     */
    Optional<PresentedApiKey> find(byte[] hash);

    /** Returns the keys that were changed after a version. */
    List<UUID> changedSince(long version);

    /** Stores that a key is used now, unless any node stored a use within the last minute. */
    void recordUse(UUID id);
}
