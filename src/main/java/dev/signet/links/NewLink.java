package dev.signet.links;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that is to be sent.
 *
 * @param subject what it is about; the next link of the purpose about the same kills this one
 * @param sessionId the session that asked for it, which its use does not end
 * @param address where it is sent
 */
record NewLink(
        Purpose purpose,
        String subject,
        @Nullable UUID accountId,
        @Nullable UUID invitationId,
        @Nullable UUID sessionId,
        String address,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "NewLink[" + purpose + "]";
    }
}
