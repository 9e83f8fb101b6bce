package dev.signet.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The account of the token of the current request; none if a client uses a token of its own. */
@ApplicationScoped
public class Actor {

    private final JsonWebToken token;

    Actor(JsonWebToken token) {
        this.token = token;
    }

    public @Nullable UUID id() {
        String subject = token.getSubject();
        // RFC 9068 §2.2: the subject of a client's own token is the client.
        return subject == null || subject.equals(token.getClaim("client_id")) ? null : UUID.fromString(subject);
    }
}
