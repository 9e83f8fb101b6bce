package dev.signet.clients.registration;

import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Access control of client registration: disabled, holders of an initial access token, or everyone, within limits (RFC
 * 7591 §3).
 */
@Singleton
class ClientRegistrationPolicy {

    private final InitialTokens tokens;
    private final AttemptLimits limits;
    private final Caller caller;
    private final ClientRegistrationMode mode;

    ClientRegistrationPolicy(
            InitialTokens tokens, AttemptLimits limits, Caller caller, ClientRegistrationConfig config) {
        this.tokens = tokens;
        this.limits = limits;
        this.caller = caller;
        this.mode = config.registration();
    }

    boolean allowsRegistration() {
        return mode != ClientRegistrationMode.OFF;
    }

    void requireEnabled() {
        if (!allowsRegistration()) {
            throw new ServiceException(ErrorCode.NOT_FOUND, "signet.clients.registration is off");
        }
    }

    /** Checks that the caller may register a client, before the request is parsed. */
    void requireAllowed(@Nullable String token) {
        requireEnabled();
        if (token != null) {
            if (!tokens.isLive(token)) {
                throw unknown();
            }
        } else if (mode == ClientRegistrationMode.OPEN) {
            limits.countRegistration(caller.ipAddress());
        } else {
            throw new ServiceException(ErrorCode.AUTHENTICATION_REQUIRED, "the initial access token is missing");
        }
    }

    /** Consumes one use of the token within the current transaction, so that a rejected request consumes none. */
    void consumeInitialToken(@Nullable String token) {
        if (token != null && !tokens.consume(token)) {
            throw unknown();
        }
    }

    private static ServiceException unknown() {
        return new ServiceException(ErrorCode.INVALID_TOKEN, "the initial access token is unknown, expired or used up");
    }
}
