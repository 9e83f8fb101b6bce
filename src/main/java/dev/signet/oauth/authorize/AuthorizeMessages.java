package dev.signet.oauth.authorize;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the authorization and device pages; {@code messages/authorize_de.properties} contains the German ones. */
@MessageBundle("authorize")
public interface AuthorizeMessages {

    @Message("Sign in")
    String signInTitle();

    @Message("to continue to")
    String signInLead();

    @Message("Username")
    String username();

    @Message("Password")
    String password();

    @Message("Sign in")
    String signInButton();

    @Message("Cancel")
    String cancel();

    @Message("The username or the password is wrong.")
    String wrongCredentials();

    @Message("Too many attempts. Wait a few minutes, then try again.")
    String tooManyAttempts();

    @Message("That took too long, or too many codes were tried. Sign in again.")
    String startAgain();

    @Message("Forgotten your password?")
    String passwordReset();

    @Message("Sign in by e-mail")
    String signInLink();

    @Message("Make an account")
    String registration();

    @Message("Confirm it is you")
    String secondFactorTitle();

    @Message("Enter the code your authenticator app shows now.")
    String secondFactorLead();

    @Message("Six-digit code")
    String otp();

    @Message("Confirm")
    String confirm();

    @Message("Use a recovery code instead")
    String useRecoveryCode();

    @Message("Recovery code")
    String recoveryCode();

    @Message("One of the codes you kept when you set up the app. Each works once.")
    String recoveryCodeHint();

    @Message("The code is wrong, or was used already.")
    String wrongCode();

    @Message("Allow access?")
    String consentTitle();

    @Message("wants to:")
    String consentLead();

    @Message("Know who you are")
    String scopeOpenid();

    @Message("See your username and profile")
    String scopeProfile();

    @Message("See your e-mail address")
    String scopeEmail();

    @Message("See your roles")
    String scopeGroups();

    @Message("Keep access when you are away")
    String scopeOfflineAccess();

    @Message("at")
    String consentAudience();

    @Message("Your answer goes to")
    String consentReturn();

    @Message("Allow")
    String allow();

    @Message("Do not allow")
    String deny();

    @Message("You can take this back at any time. You are signed in as")
    String consentNote();

    @Message("Privacy policy of the application")
    String privacyPolicy();

    @Message("Its terms of service")
    String termsOfService();

    @Message("Choose an account")
    String selectTitle();

    @Message("Continue as {name}")
    String continueAs(String name);

    @Message("Use another account")
    String anotherAccount();

    @Message("Going back to the application")
    String returnTitle();

    @Message("If nothing happens, press the button.")
    String returnLead();

    @Message("Continue")
    String continueButton();

    @Message("Something went wrong")
    String untrustedReturnTitle();

    @Message("sent a request that can't be completed.")
    String untrustedReturnLead();

    @Message("This application wasn't set up by an administrator. Continue only if you know the site below.")
    String untrustedReturnNote();

    @Message("Continue to {place}")
    String continueTo(String place);

    @Message("Connect a device")
    String deviceTitle();

    @Message("Enter the code your device shows.")
    String deviceLead();

    @Message("Code")
    String deviceCode();

    @Message("No device waits for this code. Compare it, or let the device show a new one.")
    String deviceUnknown();

    @Message("Connect this device?")
    String deviceDecisionTitle();

    @Message("on a device wants to:")
    String deviceDecisionLead();

    @Message("Only go on if you started this yourself just now, and the device shows this code.")
    String deviceWarning();

    @Message("Asked from")
    String deviceAddress();

    @Message("Device connected")
    String deviceAllowedTitle();

    @Message("You can go back to your device and close this page.")
    String deviceAllowedText();

    @Message("Nothing was connected")
    String deviceDeniedTitle();

    @Message("The device was not let in. You can close this page.")
    String deviceDeniedText();
}
