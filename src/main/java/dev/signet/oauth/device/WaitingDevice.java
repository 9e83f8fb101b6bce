package dev.signet.oauth.device;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A device that waits for somebody's decision, as that person is to see it.
 *
 * @param scope what the client asks for, space-separated
 * @param address from where the device asked, so that a person can tell it from one somewhere else
 */
public record WaitingDevice(
        UUID id,
        String clientId,
        String scope,
        List<String> audience,
        String address,
        @Nullable String userAgent) {}
