package dev.signet.oidc.logout;

/**
 * The form by which a person confirms a logout.
 *
 * @param application the name of whoever asks; empty if nobody says who they are
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
