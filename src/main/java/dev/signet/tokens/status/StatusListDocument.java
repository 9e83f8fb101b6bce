package dev.signet.tokens.status;

import java.time.Instant;

/**
 * A list as it goes over the wire.
 *
 * @param version of the entries it shows
 * @param keys the entity tag of the key set it was signed under
 * @param until when it is made anew
 */
record StatusListDocument(String jwt, String etag, long version, String keys, Instant from, Instant until) {

    boolean shows(long presentVersion, String presentKeys, Instant now) {
        return version == presentVersion && keys.equals(presentKeys) && !now.isBefore(from) && now.isBefore(until);
    }
}
