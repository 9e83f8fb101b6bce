package dev.signet.oauth.device;

import dev.signet.clients.Scope;
import dev.signet.tokens.grant.AuthenticationContext;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Approval of a device: the user, and the authentication of the user.
 *
 * @param scope the granted scope, which does not exceed the requested one
 */
public record DeviceApproval(
        UUID accountId,
        Scope scope,
        AuthenticationContext authenticationContext,
        @Nullable UUID browserSessionId) {}
