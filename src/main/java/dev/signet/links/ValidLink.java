package dev.signet.links;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A link that was not used or replaced and is not expired. */
public record ValidLink(
        UUID id,
        LinkPurpose purpose,
        @Nullable UUID accountId,
        @Nullable UUID invitationId,
        @Nullable UUID sessionId,
        String email) {

    @Override
    public String toString() {
        return "ValidLink[" + id + "]";
    }
}
