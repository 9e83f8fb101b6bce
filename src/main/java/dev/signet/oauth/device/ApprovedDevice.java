package dev.signet.oauth.device;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A device whose codes have just been used up, for whoever opens its session, whose id is the grant's. */
public record ApprovedDevice(
        UUID sessionId,
        String clientId,
        List<String> audience,
        Approval approval,
        String address,
        @Nullable String userAgent) {}
