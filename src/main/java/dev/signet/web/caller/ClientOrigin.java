package dev.signet.web.caller;

import org.jspecify.annotations.Nullable;

/**
 * Origin of a login or of an authorization, as sessions display it.
 *
 * @param ipAddress the IP address of the client, or an empty string outside a request
 * @param userAgent the {@code User-Agent} of the client, if it sent one
 */
public record ClientOrigin(String ipAddress, @Nullable String userAgent) {}
