package dev.signet.oidc.logout;

/** What comes of a logout request. */
sealed interface LogoutStep {

    /** Nobody is logged in with this browser any more. */
    record Done(LogoutRequest request) implements LogoutStep {}

    /** The person has to say that they want this, in a form that carries this. */
    record Ask(LogoutRequest request, String confirmation) implements LogoutStep {

        @Override
        public String toString() {
            return "Ask[" + request + "]";
        }
    }
}
