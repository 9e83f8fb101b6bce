package dev.signet.oidc.logout;

/** What comes of a logout request. */
sealed interface LogoutStep {

    /**
     * The end of the logout: the browser has no session.
     *
     * @param proven whether the client or the user provably requested the logout: the browser is redirected, else the page has a link
     */
    record Done(LogoutRequest request, boolean proven) implements LogoutStep {}

    /** The person has to say that they want this, in a form that carries this. */
    record Ask(LogoutRequest request, String confirmation) implements LogoutStep {

        @Override
        public String toString() {
            return "Ask[" + request + "]";
        }
    }
}
