package dev.signet.oidc.logout;

/**
 * Form by which a user confirms a logout.
 *
 * @param application the name of the client that requests the logout; empty if it is unknown
 */
record ConfirmForm(
        String action,
        String application,
        String clientId,
        String redirectUri,
        String state,
        String uiLocales,
        String confirmation) {

    @Override
    public String toString() {
        return "ConfirmForm[" + clientId + "]";
    }
}
