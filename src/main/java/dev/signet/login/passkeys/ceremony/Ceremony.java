package dev.signet.login.passkeys.ceremony;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A ceremony that was consumed.
 *
 * @param account the only account that may finish it; null if any account may
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record Ceremony(byte[] challenge, @Nullable UUID account) {

    @Override
    public String toString() {
        return "Ceremony[" + account + "]";
    }
}
