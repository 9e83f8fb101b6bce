package dev.signet.login;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.UUID;

/** Whose request this is, by its access token. */
@RequestScoped
class CurrentSession {

    private final JsonWebToken token;

    CurrentSession(JsonWebToken token) {
        this.token = token;
    }

    UUID accountId() {
        return UUID.fromString(token.getSubject());
    }

    UUID id() {
        return UUID.fromString(token.getClaim("sid"));
    }
}
