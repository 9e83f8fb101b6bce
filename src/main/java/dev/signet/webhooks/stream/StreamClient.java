package dev.signet.webhooks.stream;

import dev.signet.clients.Scope;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.List;

/** The client of the current request, authenticated by its own token with the required scope. */
@RequestScoped
class StreamClient {

    private static final String MANAGE = "ssf.manage";
    private static final String READ = "ssf.read";

    private final JsonWebToken token;

    StreamClient(JsonWebToken token) {
        this.token = token;
    }

    /**
     * Returns the client if it may change its streams.
     *
     * @throws ServiceException {@code insufficient_scope}
     */
    String requireManage() {
        return requireScope(MANAGE);
    }

    /**
     * Returns the client if it may read its streams and poll for events.
     *
     * @throws ServiceException {@code insufficient_scope}
     */
    String requireRead() {
        return requireScope(READ, MANAGE);
    }

    private String requireScope(String... anyOfScopes) {
        String client = token.getClaim("client_id");
        Scope scope = Scope.ofNullable(token.getClaim("scope"));
        // Tokens of users are rejected: no user can consent to events about all users.
        boolean own = client != null && client.equals(token.getSubject());
        if (!own || List.of(anyOfScopes).stream().noneMatch(scope::contains)) {
            throw new ServiceException(
                            ErrorCode.INSUFFICIENT_SCOPE,
                            "the token is not a client-credentials token with the scope " + anyOfScopes[0])
                    .challenge(
                            "Bearer realm=\"signet\", error=\"insufficient_scope\", scope=\"" + anyOfScopes[0] + "\"");
        }
        return client;
    }
}
