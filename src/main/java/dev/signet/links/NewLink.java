package dev.signet.links;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A link to create.
 *
 * @param subject the subject; a new link of the same purpose and subject replaces this one
 * @param sessionId the session that requested it, which using the link does not end
 * @param email the e-mail address to which it is sent
 */
public record NewLink(
        LinkPurpose purpose,
        String subject,
        @Nullable UUID accountId,
        @Nullable UUID invitationId,
        @Nullable UUID sessionId,
        String email,
        Instant expiresAt) {

    @Override
    public String toString() {
        return "NewLink[" + purpose + "]";
    }
}
