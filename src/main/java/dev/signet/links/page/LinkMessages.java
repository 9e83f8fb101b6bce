package dev.signet.links.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Text of the pages for links sent by e-mail. {@code messages/links_de.properties} contains the German text. */
@MessageBundle("links")
public interface LinkMessages {

    @Message("Forgot your password?")
    String requestPasswordResetTitle();

    @Message("We'll email you a link to choose a new password.")
    String requestPasswordResetLead();

    @Message("Sign in with an email link")
    String requestSignInTitle();

    @Message("We'll email you a link to sign in without a password.")
    String requestSignInLead();

    @Message("Create your account")
    String requestRegistrationTitle();

    @Message("We'll email you a link to choose a username and a password.")
    String requestRegistrationLead();

    @Message("Username or email address")
    String usernameOrEmail();

    @Message("Email address")
    String email();

    @Message("Send link")
    String sendLink();

    @Message("Enter a valid username or email address.")
    String invalidUsernameOrEmail();

    @Message("Enter a valid email address.")
    String invalidEmail();

    @Message("Confirm email address")
    String confirmEmailTitle();

    @Message("Confirm that this email address belongs to your account.")
    String confirmEmailLead();

    @Message("Use this email address for your account? This signs you out everywhere else.")
    String changeEmailLead();

    @Message("To confirm, enter the password of this account.")
    String changeEmailPassword();

    @Message("Incorrect password or code.")
    String wrongPasswordOrCode();

    @Message("Enter your password again, and a code from your authenticator app.")
    String secondFactorRequired();

    @Message("Only needed if you use an authenticator app for this account.")
    String otpHint();

    @Message("Too many attempts. Try again in a few minutes.")
    String tooManyAttempts();

    @Message("Confirm email address")
    String confirmEmailButton();

    @Message("Restore email address")
    String restoreEmailTitle();

    @Message(
            "Your account will use this email address again, and you'll be signed out everywhere. We'll then email you a link to choose a new password.")
    String restoreEmailLead();

    @Message("Restore email address")
    String restoreEmailButton();

    @Message("Email address restored")
    String emailRestoredTitle();

    @Message("You've been signed out everywhere. To choose a new password, use the link we've sent to:")
    String emailRestoredText();

    @Message("Sign in")
    String signInTitle();

    @Message("Continue only if you requested this link yourself.")
    String signInLead();

    @Message("Sign in as {username}")
    String signInAs(String username);

    @Message("Account")
    String account();

    @Message("Choose a new password")
    String newPasswordTitle();

    @Message("This signs you out everywhere.")
    String newPasswordLead();

    @Message("New password")
    String newPassword();

    @Message("Use at least 8 characters.")
    String passwordHint();

    @Message("Also revoke all API keys")
    String revokeApiKeys();

    @Message("Recommended if someone else may have used your account.")
    String revokeApiKeysHint();

    @Message("Save password")
    String savePasswordButton();

    @Message("Create your account")
    String newAccountTitle();

    @Message("Username")
    String username();

    @Message("Password")
    String password();

    @Message("Create account")
    String newAccountButton();

    @Message("This password is too short, too long or too easy to guess. Choose another one.")
    String passwordRejected();

    @Message("This username is already taken. Choose another one.")
    String usernameTaken();

    @Message(
            "Use up to 100 characters, without spaces or colons. You can use an @ only if the username is your email address.")
    String usernameInvalid();

    @Message("Verify it's you")
    String secondFactorTitle();

    @Message("Enter the code from your authenticator app.")
    String secondFactorLead();

    @Message("6-digit code")
    String otp();

    @Message("Use a recovery code")
    String useRecoveryCode();

    @Message("Recovery code")
    String recoveryCode();

    @Message("Verify")
    String verifyButton();

    @Message("This code is incorrect or was already used.")
    String wrongCode();

    @Message("Check your inbox")
    String linkSentTitle();

    @Message("If an account matches, we've sent a link. Check your spam folder too.")
    String linkSentText();

    @Message("We've sent you a link to create your account. Check your spam folder too.")
    String registrationSentText();

    @Message("Email address confirmed")
    String emailConfirmedTitle();

    @Message("Your account uses this email address:")
    String emailConfirmedText();

    @Message("Password changed")
    String passwordChangedTitle();

    @Message("You can now sign in with your new password and this username:")
    String passwordChangedText();

    @Message("You're signed in")
    String signedInTitle();

    @Message("Go back to the application and try again. You can close this page.")
    String signedInText();

    @Message("You're now signed in with this browser.")
    String signedInContinueText();

    @Message("Continue to {application}")
    String continueTo(String application);

    @Message("Account created")
    String accountCreatedTitle();

    @Message("You can now sign in with your password and this username:")
    String accountCreatedText();
}
