package dev.signet.clients;

import dev.signet.clients.initial.InitialTokens;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.Caller;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who may register a client: nobody, whoever an administrator gave a token, or anyone, a few at a time (RFC 7591 §3). */
@Singleton
class RegistrationGate {

    private final InitialTokens tokens;
    private final AttemptLimits limits;
    private final Caller caller;
    private final RegistrationMode mode;

    RegistrationGate(InitialTokens tokens, AttemptLimits limits, Caller caller, ClientsConfig config) {
        this.tokens = tokens;
        this.limits = limits;
        this.caller = caller;
        this.mode = config.registration();
    }

    boolean isOpenToSome() {
        return mode != RegistrationMode.OFF;
    }

    void requireOpenToSome() {
        if (!isOpenToSome()) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "signet.clients.registration is off");
        }
    }

    /** Lets the caller ask, before anything of what is asked is looked at. */
    void admit(@Nullable String token) {
        requireOpenToSome();
        if (token != null) {
            if (!tokens.isLive(token)) {
                throw unknown();
            }
        } else if (mode == RegistrationMode.OPEN) {
            limits.countRegistration(caller.ipAddress());
        } else {
            throw new ServiceException(ErrorCode.AUTHENTICATION_REQUIRED, "the initial access token is missing");
        }
    }

    /** Takes the use of the token with the present transaction, so that a refused request costs none. */
    void use(@Nullable String token) {
        if (token != null && !tokens.use(token)) {
            throw unknown();
        }
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.INVALID_TOKEN, "the initial access token is unknown, expired or used up");
    }
}
