package dev.signet.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The account on whose token the present request came. */
@ApplicationScoped
class Actor {

    private final JsonWebToken token;

    Actor(JsonWebToken token) {
        this.token = token;
    }

    @Nullable
    UUID id() {
        String subject = token.getSubject();
        return subject == null ? null : UUID.fromString(subject);
    }
}
