package dev.signet.tokens.revocation;

/**
 * Key of one registration of a {@code client_id}. A client that is deleted and created again has another registration.
 * So revoking the former registration does not revoke the tokens of the current one, and no times are compared.
 */
public final class ClientRegistrationKey {

    private ClientRegistrationKey() {}

    /**
     * Returns the identity under which everything issued to a registration is revoked.
     *
     * @param registration {@link dev.signet.clients.TokenSettings#registration()}
     */
    public static String of(String clientId, long registration) {
        return registration == 0 ? clientId : clientId + " " + registration;
    }
}
