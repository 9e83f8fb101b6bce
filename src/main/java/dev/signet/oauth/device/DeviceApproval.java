package dev.signet.oauth.device;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Approval of a device: the user, and how the user was authenticated.
 *
 * @param scope the granted scope, space-separated, which does not exceed the requested one
 */
public record DeviceApproval(
        UUID accountId,
        String scope,
        String acr,
        List<String> amr,
        Instant authTime,
        @Nullable UUID browserSessionId) {}
