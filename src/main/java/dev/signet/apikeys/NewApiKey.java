package dev.signet.apikeys;

import dev.signet.clients.DisplayText;
import dev.signet.clients.Scope;
import dev.signet.error.ServiceException;
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
        @Nullable RequestedExpiry requestedExpiry) {

    private static final int MAX_NAME_LENGTH = 100;

    /**
     * Validates the name.
     *
     * @throws ServiceException {@code invalid_request}
     */
    public NewApiKey {
        if (!DisplayText.isValid(name, MAX_NAME_LENGTH)) {
            throw ServiceException.invalidMember(
                    "name", "name is missing, blank or too long, or contains a disallowed character");
        }
    }
}
