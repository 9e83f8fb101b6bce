package dev.signet.oidc.logout;

/** What comes of a logout request. */
sealed interface LogoutStep {

    /**
     * The browser has no session any more.
     *
     * @param proven whether the client or the user asked for it, so that the browser may be redirected; else it is shown a link
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
