package dev.signet.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Text that pages share, in English. {@code messages/page_de.properties} contains the German text. */
@MessageBundle("page")
public interface PageMessages {

    @Message("en")
    String lang();

    @Message("Something went wrong")
    String errorTitle();

    @Message("We don't recognize the application you came from. Contact the application's support.")
    String unknownClient();

    @Message(
            "The application you came from wants to send you to a site that isn't registered for it. For your security, we've stopped here. Contact the application's support.")
    String unregisteredRedirectUri();

    @Message(
            "This page has expired or was already submitted. Go back to the application and start again. If this keeps happening, turn on cookies in your browser.")
    String pageExpired();

    @Message("This request has expired or was already used. Go back to the application and start again.")
    String requestExpired();

    @Message("This link has expired, was already used or was replaced by a newer one. Request a new link.")
    String linkExpired();

    @Message("Only administrators can create accounts for this service.")
    String registrationClosed();

    @Message("This service isn't set up to send email. Contact support.")
    String mailNotConfigured();

    @Message("Too many attempts. Try again in a few minutes.")
    String tooManyAttempts();

    @Message("Page not found. Check the link and try again.")
    String notFound();

    @Message("This service is temporarily unavailable. Try again in a moment.")
    String unavailable();

    @Message(
            "The problem is on our side. Try again in a moment. If it happens again, contact support and include the request ID below.")
    String internalError();

    @Message(
            "The application you came from sent a request that we couldn't complete. Contact the application's support.")
    String malformedRequest();

    @Message("Error code")
    String errorCode();

    @Message("Request ID")
    String requestId();

    @Message("You're signed out")
    String signedOutTitle();

    @Message("You're no longer signed in with this browser. You can close this page.")
    String signedOutText();

    @Message("Back to {application}")
    String backTo(String application);

    @Message("Error codes")
    String errorsTitle();

    @Message(
            "For developers: the error codes of this service. Error responses contain the code in the member code, OAuth error responses in error.")
    String errorsText();
}
