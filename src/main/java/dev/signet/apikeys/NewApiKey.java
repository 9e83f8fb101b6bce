package dev.signet.apikeys;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An API key to be made.
 *
 * @param scopes scope values, each once
 * @param roles roles, each once
 * @param audience empty for the default one
 * @param end when it is to expire; null if nothing is said about that
 */
public record NewApiKey(
        String name,
        List<String> scopes,
        List<String> roles,
        List<String> audience,
        @Nullable WantedEnd end) {}
