package dev.signet.login.passkeys.webauthn;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A new credential from a request ({@code RegistrationResponseJSON}, Web Authentication Level 3 §5.1), not yet verified.
 *
 * @param roaming whether the authenticator can be removed from the device
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record AttestationResponse(
        byte[] credentialId, byte[] clientData, byte[] attestationObject, List<String> transports, boolean roaming) {

    private static final int MAX_ATTESTATION_OBJECT = 32 * 1024;

    /**
     * Reads a credential.
     *
     * @throws ServiceException {@code invalid_request} if it is malformed or too long
     */
    public static AttestationResponse of(@Nullable Map<String, ?> json) {
        PresentedCredential credential = PresentedCredential.of(json);
        return new AttestationResponse(
                credential.id(),
                credential.responseBytes("clientDataJSON", ClientData.MAX_LENGTH),
                credential.responseBytes("attestationObject", MAX_ATTESTATION_OBJECT),
                credential.transports(),
                credential.isRoaming());
    }

    /** Reads a credential from the text of a form field. */
    public static AttestationResponse ofText(String json) {
        return of(PresentedCredential.parse(json));
    }

    @Override
    public String toString() {
        return "AttestationResponse";
    }
}
