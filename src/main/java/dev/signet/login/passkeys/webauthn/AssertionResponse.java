package dev.signet.login.passkeys.webauthn;

import dev.signet.error.ServiceException;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * An assertion from a request ({@code AuthenticationResponseJSON}, Web Authentication Level 3 §5.1), not yet verified.
 *
 * @param userHandle the id of the account that the authenticator stored; null if it returned none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record AssertionResponse(
        byte[] credentialId,
        byte[] clientData,
        byte[] authenticatorData,
        byte[] signature,
        byte @Nullable [] userHandle) {

    private static final int MAX_AUTHENTICATOR_DATA = 2_048;
    private static final int MAX_SIGNATURE = 1_024;
    private static final int MAX_USER_HANDLE = 64;

    /**
     * Reads an assertion.
     *
     * @throws ServiceException {@code invalid_request} if it is malformed or too long
     */
    public static AssertionResponse of(@Nullable Map<String, ?> json) {
        PresentedCredential credential = PresentedCredential.of(json);
        return new AssertionResponse(
                credential.id(),
                credential.responseBytes("clientDataJSON", ClientData.MAX_LENGTH),
                credential.responseBytes("authenticatorData", MAX_AUTHENTICATOR_DATA),
                credential.responseBytes("signature", MAX_SIGNATURE),
                credential.optionalResponseBytes("userHandle", MAX_USER_HANDLE));
    }

    /** Reads an assertion from the text of a form field. */
    public static AssertionResponse ofText(String json) {
        return of(PresentedCredential.parse(json));
    }

    @Override
    public String toString() {
        return "AssertionResponse";
    }
}
