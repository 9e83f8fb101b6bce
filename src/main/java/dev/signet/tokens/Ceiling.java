package dev.signet.tokens;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a client may have at this moment, whatever was granted to it before it was changed. */
public record Ceiling(Set<String> scopes, List<String> audiences) {

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
        boolean less =
                scope.retainAll(scopes) || audience.size() < granted.audience().size();
        if (audience.isEmpty()) {
            throw new ServiceException(ErrorCode.INVALID_TARGET, "no audience is left that the client may have");
        }
        return less ? granted.saying(String.join(" ", scope), audience) : granted;
    }
}
