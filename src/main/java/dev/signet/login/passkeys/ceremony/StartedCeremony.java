package dev.signet.login.passkeys.ceremony;

/**
 * A ceremony that was started.
 *
 * @param token the secret that names it in the request that finishes it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record StartedCeremony(String token, byte[] challenge) {

    @Override
    public String toString() {
        return "StartedCeremony";
    }
}
