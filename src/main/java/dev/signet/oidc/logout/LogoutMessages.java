package dev.signet.oidc.logout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the page that confirms a logout; {@code messages/logout_de.properties} contains the German ones. */
@MessageBundle("logout")
public interface LogoutMessages {

    @Message("Sign out?")
    String title();

    @Message("asks to sign you out.")
    String lead();

    @Message("You will be signed out of this browser, and of the applications you signed in to with it.")
    String consequence();

    @Message("Sign out")
    String signOut();

    @Message("To stay signed in, close this page.")
    String stay();
}
