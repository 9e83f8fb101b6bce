package dev.signet.tokens;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The present limits of a client, which also apply to grants from before the client was changed.
 *
 * @param formerAudience the audience of older sessions of a client without audiences, which {@code audiences} replaces; null for
 *     other clients
 */
public record Ceiling(
        Set<String> scopes,
        List<String> audiences,
        @Nullable String formerAudience) {

    public Ceiling {
        scopes = Set.copyOf(scopes);
        audiences = List.copyOf(audiences);
    }

    /**
     * What is left of a grant.
     *
     * @throws ServiceException {@code invalid_target} if it may not be given for any of the granted audiences any more
     */
    Granted on(Granted granted) {
        Set<String> scope = new LinkedHashSet<>(Granted.list(granted.scope()));
        List<String> audience =
                granted.audience().stream().filter(audiences::contains).toList();
        if (granted.audience().equals(Collections.singletonList(formerAudience))) {
            audience = audiences;
        }
        boolean less = scope.retainAll(scopes) || !audience.equals(granted.audience());
        if (audience.isEmpty()) {
            throw new ServiceException(
                    ErrorCode.INVALID_TARGET, "none of the granted audiences is still allowed for the client");
        }
        return less ? granted.saying(String.join(" ", scope), audience) : granted;
    }
}
