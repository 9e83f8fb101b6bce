package dev.signet.oidc.logout;

/** Outcome of a logout request. */
sealed interface LogoutOutcome {

    /**
     * The end of the logout: the browser has no session.
     *
     * @param verified true if the client or the user provably requested the logout: the browser is redirected;
     *     otherwise the page contains a link
     */
    record Done(LogoutRequest request, boolean verified) implements LogoutOutcome {}

    /**
     * The user must confirm the logout.
     *
     * @param confirmation the value that the form must contain
     */
    record ConfirmationRequired(LogoutRequest request, String confirmation) implements LogoutOutcome {

        @Override
        public String toString() {
            return "ConfirmationRequired[" + request + "]";
        }
    }
}
