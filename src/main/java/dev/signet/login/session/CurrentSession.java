package dev.signet.login.session;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.login.LoginConfig;
import dev.signet.tokens.grant.AuthenticationContext;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The session and the account of the current request, from its access token. */
@RequestScoped
public class CurrentSession {

    private final JsonWebToken token;
    private final LoginConfig config;
    private final Clock clock;

    CurrentSession(JsonWebToken token, LoginConfig config, Clock clock) {
        this.token = token;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns the account if it signed in with the first-party login. Operations that use it are not available to OAuth
     * clients.
     *
     * @throws ServiceException {@code first_party_only}
     */
    public UUID accountId() {
        if (!config.clientId().equals(token.getClaim("client_id"))) {
            throw new ServiceException(ErrorCode.FIRST_PARTY_ONLY, "the access token was issued to an OAuth client");
        }
        id();
        return UUID.fromString(token.getSubject());
    }

    /** Returns the account of the access token if it belongs to a session of the first-party login; empty otherwise. */
    public Optional<UUID> signedInAccount() {
        boolean ofSession = config.clientId().equals(token.getClaim("client_id")) && token.getClaim("sid") != null;
        return ofSession ? Optional.of(UUID.fromString(token.getSubject())) : Optional.empty();
    }

    /**
     * Requires a recent login (RFC 9470), for operations for which a stolen access token must not be sufficient.
     *
     * @throws ServiceException {@code insufficient_user_authentication}
     */
    public void requireLoginWithin(Duration age) {
        Long authTime = token.getClaim("auth_time");
        if (authTime == null || Instant.ofEpochSecond(authTime).plus(age).isBefore(clock.instant())) {
            throw new ServiceException(
                            ErrorCode.INSUFFICIENT_USER_AUTHENTICATION,
                            "auth_time is older than " + age.toSeconds() + " seconds")
                    .challenge("Bearer realm=\"signet\", error=\"insufficient_user_authentication\", max_age="
                            + age.toSeconds());
        }
    }

    /** Returns whether the user signed in with a passkey that verified the user. */
    public boolean isPhishingResistant() {
        return AuthenticationContext.PHISHING_RESISTANT.equals(token.getClaim("acr"));
    }

    /**
     * Returns the session of the access token.
     *
     * @throws ServiceException {@code first_party_only} if it has none, such as a client's own token
     */
    public UUID id() {
        String sid = token.getClaim("sid");
        if (sid == null) {
            throw new ServiceException(ErrorCode.FIRST_PARTY_ONLY, "the access token has no session");
        }
        return UUID.fromString(sid);
    }
}
