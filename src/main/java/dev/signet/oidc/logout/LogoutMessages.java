package dev.signet.oidc.logout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Text of the logout confirmation page. {@code messages/logout_de.properties} contains the German text. */
@MessageBundle("logout")
public interface LogoutMessages {

    @Message("Sign out?")
    String title();

    @Message("wants to sign you out.")
    String lead();

    @Message("You'll be signed out in this browser and in all applications you signed in to with it.")
    String consequence();

    @Message("Sign out")
    String signOut();

    @Message("To stay signed in, close this page.")
    String stay();
}
