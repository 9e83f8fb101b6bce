package dev.signet.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts that all pages share, in English; {@code messages/page_de.properties} contains the German ones. */
@MessageBundle("page")
public interface PageMessages {

    @Message("en")
    String lang();

    @Message("This did not work")
    String errorTitle();

    @Message(
            "The application that sent you here is not known to this service. If you came by a link, tell whoever gave it to you.")
    String unknownClient();

    @Message("The address the application wants you to return to is not registered for it, so you are not sent there.")
    String unregisteredRedirectUri();

    @Message(
            "This page is no longer valid: it was open too long, was sent already, or cookies are turned off. Go back to the application and start again.")
    String pageExpired();

    @Message(
            "The request of the application that sent you here has expired or was used already. Go back to the application and start again.")
    String requestExpired();

    @Message("This link is no longer valid: it was used, it is too old, or a newer one was sent. Ask for a new one.")
    String linkExpired();

    @Message("Accounts are made by the administrators of this service only.")
    String registrationClosed();

    @Message("This service is not set up to send mail. Ask whoever runs it.")
    String mailNotConfigured();

    @Message("Too many attempts. Wait a few minutes, then try again.")
    String tooManyAttempts();

    @Message("There is nothing at this address.")
    String notFound();

    @Message("This service cannot answer just now. Try again in a moment.")
    String unavailable();

    @Message("This service failed. Try again; if it fails again, tell whoever runs it.")
    String internalError();

    @Message("The application that sent you here made a request this service does not understand.")
    String malformedRequest();

    @Message("Error")
    String errorCode();

    @Message("Request")
    String requestId();

    @Message("You are signed out")
    String signedOutTitle();

    @Message("You are no longer signed in with this browser. You can close this page.")
    String signedOutText();

    @Message("Back to {application}")
    String backTo(String application);

    @Message("Error codes")
    String errorsTitle();

    @Message(
            "The error codes of this service, for developers. Error responses contain them as the member code, OAuth errors as error.")
    String errorsText();
}
