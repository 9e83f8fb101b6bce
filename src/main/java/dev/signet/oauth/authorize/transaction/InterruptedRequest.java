package dev.signet.oauth.authorize.transaction;

import dev.signet.oauth.request.PresentedRequest;

import java.time.Instant;
import java.util.UUID;

/**
 * Authorization request whose user left the sign-in page.
 *
 * @param step the sign-in step at which it waits
 * @param expiresAt the end of the time that the user may spend on its pages
 */
public record InterruptedRequest(UUID id, AuthorizationStep step, PresentedRequest request, Instant expiresAt) {

    @Override
    public String toString() {
        return "InterruptedRequest[" + id + " " + step + "]";
    }
}
