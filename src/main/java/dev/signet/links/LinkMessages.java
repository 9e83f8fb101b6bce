package dev.signet.links;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of links in English; {@code messages/links_de.properties} has them in German. */
@MessageBundle("links")
public interface LinkMessages {

    @Message("Forgotten your password?")
    String askResetTitle();

    @Message("We send a link to the e-mail address of your account. With it you choose a new password.")
    String askResetLead();

    @Message("Sign in by e-mail")
    String askSignInTitle();

    @Message("We send a link to the e-mail address of your account. With it you sign in without a password.")
    String askSignInLead();

    @Message("Make an account")
    String askRegistrationTitle();

    @Message("We send a link to your e-mail address. With it you choose a username and a password.")
    String askRegistrationLead();

    @Message("Username or e-mail address")
    String name();

    @Message("E-mail address")
    String email();

    @Message("Send the link")
    String send();

    @Message("This is not an e-mail address, or too long.")
    String wrongName();

    @Message("Confirm your e-mail address")
    String verifyTitle();

    @Message("Is this the address of your account?")
    String verifyLead();

    @Message("Use this address for your account from now on? This signs you out everywhere else.")
    String changeLead();

    @Message("To confirm, enter the password of the account.")
    String changePassword();

    @Message("The password or the code is wrong.")
    String wrongPassword();

    @Message("Enter your password again, with a code from your authenticator app.")
    String factorNeeded();

    @Message("Only if your account has an authenticator app.")
    String otpHint();

    @Message("Too many attempts. Wait a few minutes, then try again.")
    String tooManyAttempts();

    @Message("Undo the change of your e-mail address")
    String undoTitle();

    @Message(
            "This restores this e-mail address for your account and signs you out everywhere. We'll then send you a link to choose a new password.")
    String undoLead();

    @Message("Undo the change")
    String undoButton();

    @Message("Your e-mail address was restored")
    String undoneTitle();

    @Message("You're signed out everywhere. Now choose a new password: we've sent a link to this address:")
    String undoneText();

    @Message("Yes, it is mine")
    String verifyButton();

    @Message("Sign in")
    String signInTitle();

    @Message("Go on only if you asked for the link yourself just now.")
    String signInLead();

    @Message("Sign in as {username}")
    String signInAs(String username);

    @Message("Account")
    String account();

    @Message("Choose a new password")
    String resetTitle();

    @Message("You are signed out everywhere then.")
    String resetLead();

    @Message("New password")
    String newPassword();

    @Message("8 characters or more.")
    String passwordHint();

    @Message("Also make all API keys of the account void")
    String revokeApiKeys();

    @Message("Tick this if somebody else may have used your account.")
    String revokeApiKeysHint();

    @Message("Save the password")
    String resetButton();

    @Message("Make your account")
    String newAccountTitle();

    @Message("Username")
    String username();

    @Message("Password")
    String password();

    @Message("Make the account")
    String newAccountButton();

    @Message("The password is too short, too long, or among the most common ones.")
    String passwordRefused();

    @Message("The username is taken. Choose another.")
    String usernameTaken();

    @Message(
            "A username has up to 100 characters, without spaces and colons. It can contain an @ only if it is your e-mail address.")
    String usernameRefused();

    @Message("Confirm it is you")
    String secondFactorTitle();

    @Message("Enter the code your authenticator app shows now.")
    String secondFactorLead();

    @Message("Six-digit code")
    String otp();

    @Message("Use a recovery code instead")
    String useRecoveryCode();

    @Message("Recovery code")
    String recoveryCode();

    @Message("Confirm")
    String confirm();

    @Message("The code is wrong, or was used already.")
    String wrongCode();

    @Message("Look into your mail")
    String sentTitle();

    @Message(
            "If there is whom to send it to, a link is on its way. It may take a minute; look among the unwanted mail, too.")
    String sentText();

    @Message("Address confirmed")
    String verifiedTitle();

    @Message("This is the e-mail address of your account now:")
    String verifiedText();

    @Message("Password changed")
    String resetDoneTitle();

    @Message("Sign in with the new password. You can close this page.")
    String resetDoneText();

    @Message("You are signed in")
    String signedInTitle();

    @Message("Go back to where you wanted to sign in, and try again. You can close this page.")
    String signedInText();

    @Message("Your account is made")
    String accountDoneTitle();

    @Message("Sign in with this username and your password:")
    String accountDoneText();
}
