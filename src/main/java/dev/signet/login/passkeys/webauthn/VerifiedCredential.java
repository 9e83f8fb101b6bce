package dev.signet.login.passkeys.webauthn;

import dev.signet.jose.jwk.Jwk;

import java.util.List;
import java.util.UUID;

/**
 * A new credential whose registration is valid.
 *
 * @param aaguid the model of the authenticator; zero if it is not disclosed
 * @param backupEligible whether the passkey may be stored on several devices
 * @param roaming whether the authenticator can be removed from the device
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record VerifiedCredential(
        byte[] id,
        Jwk publicKey,
        long signCount,
        UUID aaguid,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        boolean roaming) {

    @Override
    public String toString() {
        return "VerifiedCredential[" + aaguid + "]";
    }
}
