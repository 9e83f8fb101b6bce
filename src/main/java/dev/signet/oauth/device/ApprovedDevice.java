package dev.signet.oauth.device;

import dev.signet.tokens.grant.Authorization;
import dev.signet.web.caller.ClientOrigin;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Device whose codes were consumed.
 *
 * @param sessionId the id of the session to open, which is the id of the device grant
 * @param browserSessionId the browser session in which the user approved the device
 */
public record ApprovedDevice(
        UUID sessionId,
        Authorization authorization,
        @Nullable UUID browserSessionId,
        ClientOrigin origin) {}
