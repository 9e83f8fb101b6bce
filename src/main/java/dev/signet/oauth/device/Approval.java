package dev.signet.oauth.device;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who lets a device in, and how that was shown.
 *
 * @param scope what is granted, space-separated; not more than was asked for
 */
public record Approval(
        UUID accountId,
        String scope,
        String acr,
        List<String> amr,
        Instant authTime,
        @Nullable UUID browserSessionId) {}
