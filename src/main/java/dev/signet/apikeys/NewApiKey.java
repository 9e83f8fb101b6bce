package dev.signet.apikeys;

import dev.signet.clients.Scope;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An API key to create.
 *
 * @param roles roles, each once
 * @param audience the requested audiences; empty for the default one
 * @param requestedExpiry the requested expiry; null if none was requested
 */
public record NewApiKey(
        String name,
        Scope scope,
        List<String> roles,
        List<String> audience,
        @Nullable RequestedExpiry requestedExpiry) {}
