package dev.signet.tokens.status.publication;

import java.time.Instant;

/**
 * Signed status list in its published form.
 *
 * @param version the version of its entries
 * @param keys the entity tag of the key set it was signed with
 * @param until the time from which it is signed again
 */
record StatusListDocument(String jwt, String etag, long version, String keys, Instant from, Instant until) {

    boolean isCurrent(long presentVersion, String presentKeys, Instant now) {
        return version == presentVersion && keys.equals(presentKeys) && !now.isBefore(from) && now.isBefore(until);
    }
}
