package dev.signet.webhooks.stream;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.List;

/** The client whose request this is: by a token of its own, with the scope for it. */
@RequestScoped
class StreamCaller {

    private static final String MANAGE = "ssf.manage";
    private static final String READ = "ssf.read";

    private final JsonWebToken token;

    StreamCaller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The client, if it may change its streams.
     *
     * @throws ServiceException {@code insufficient_scope}
     */
    String managing() {
        return having(MANAGE);
    }

    /**
     * The client, if it may see its streams and ask for events.
     *
     * @throws ServiceException {@code insufficient_scope}
     */
    String reading() {
        return having(READ, MANAGE);
    }

    private String having(String... oneOf) {
        String client = token.getClaim("client_id");
        String scope = token.getClaim("scope");
        List<String> scopes = scope == null ? List.of() : List.of(scope.split(" "));
        // Not by a token about a person: nobody can consent to events about everybody.
        boolean own = client != null && client.equals(token.getSubject());
        if (!own || List.of(oneOf).stream().noneMatch(scopes::contains)) {
            throw new ServiceException(
                            ErrorCode.INSUFFICIENT_SCOPE,
                            "the token is not a client-credentials token with the scope " + oneOf[0])
                    .challenge("Bearer realm=\"signet\", error=\"insufficient_scope\", scope=\"" + oneOf[0] + "\"");
        }
        return client;
    }
}
