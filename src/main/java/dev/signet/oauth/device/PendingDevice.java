package dev.signet.oauth.device;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * Pending device as the user sees it before the decision.
 *
 * @param scope the requested scope, space-separated
 * @param ipAddress the IP address of the device, by which a user can recognize a request from elsewhere
 */
public record PendingDevice(
        UUID id,
        String clientId,
        String scope,
        List<String> audience,
        String ipAddress,
        @Nullable String userAgent) {}
