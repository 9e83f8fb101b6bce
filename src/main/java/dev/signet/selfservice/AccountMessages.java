package dev.signet.selfservice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Text of the account pages. {@code messages/account_de.properties} contains the German text. */
@MessageBundle("account")
public interface AccountMessages {

    @Message("Manage account")
    String manageAccount();

    @Message("Sign in to manage your account.")
    String startSignedOut();

    @Message("Sign in")
    String signIn();

    @Message("You're signed in as")
    String signedInAs();

    @Message("Your account")
    String yourAccount();

    @Message("Account")
    String navigation();

    @Message("Sign out")
    String signOut();

    @Message("Overview")
    String overviewTitle();

    @Message("Security")
    String securityTitle();

    @Message("Password, passkeys, authenticator app and recovery codes")
    String securityHint();

    @Message("Your password is changed. You've been signed out everywhere else.")
    String passwordChangedNotice();

    @Message("The authenticator app is turned off. You've been signed out everywhere else.")
    String authenticatorRemovedNotice();

    @Message("The authenticator app is turned on. You've been signed out everywhere else.")
    String authenticatorAddedNotice();

    @Message("Password")
    String password();

    @Message("Change password")
    String changePassword();

    @Message("Current password")
    String currentPassword();

    @Message("New password")
    String newPassword();

    @Message("Use at least 8 characters. This signs you out everywhere else.")
    String passwordHint();

    @Message("Save password")
    String savePassword();

    @Message("Incorrect current password.")
    String wrongPassword();

    @Message("Incorrect password or code.")
    String wrongPasswordOrCode();

    @Message("This password is too short, too long or too easy to guess. Choose another one.")
    String passwordRejected();

    @Message("Too many attempts. Try again in a few minutes.")
    String tooManyAttempts();

    @Message("Too many downloads. Try again in a few minutes.")
    String tooManyDownloads();

    @Message("The setup has expired, or there were too many incorrect codes. Start again.")
    String setUpExpired();

    @Message("Passkeys")
    String passkeys();

    @Message("Sign in with your fingerprint, face or screen lock instead of a password.")
    String passkeysLead();

    @Message("Add a passkey")
    String passkeyAdd();

    @Message("Your device asks you to confirm with your fingerprint, face or screen lock.")
    String passkeyAddLead();

    @Message("Turn on JavaScript to add a passkey.")
    String passkeyNeedsScript();

    @Message("Name (optional)")
    String passkeyOptionalName();

    @Message("Create passkey")
    String passkeyCreate();

    @Message("Name")
    String passkeyName();

    @Message("Rename")
    String passkeyRename();

    @Message("Save name")
    String passkeySaveName();

    @Message("Remove")
    String passkeyRemove();

    @Message("synced")
    String passkeySynced();

    @Message("The passkey couldn't be added. Try again.")
    String passkeyFailed();

    @Message("You have the maximum number of passkeys. Remove one first.")
    String passkeyLimit();

    @Message("This is your only way to sign in. Add another passkey first.")
    String passkeyLast();

    @Message("This name isn't allowed.")
    String passkeyInvalidName();

    @Message("Passkey added.")
    String passkeyAddedNotice();

    @Message("Passkey renamed.")
    String passkeyRenamedNotice();

    @Message("Passkey removed. You've been signed out everywhere else.")
    String passkeyRemovedNotice();

    @Message("Remove {name}")
    String passkeyRemoveNamed(String name);

    @Message("Authenticator app")
    String authenticatorApp();

    @Message("When you sign in, you also enter a code from your authenticator app.")
    String authenticatorOn();

    @Message(
            "Your authenticator app is locked because of too many incorrect codes. Use a recovery code and set up the app again.")
    String authenticatorLocked();

    @Message("Protect your account with a second step: a code from an app on your phone.")
    String authenticatorOff();

    @Message("Turned on")
    String since();

    @Message("Last used")
    String lastUsed();

    @Message("Turn off")
    String turnOff();

    @Message("Your recovery codes are deleted too. This signs you out everywhere else.")
    String turnOffHint();

    @Message("Turn on")
    String turnOn();

    @Message("Set up authenticator app")
    String setUpAuthenticator();

    @Message("Set up another app")
    String replaceAuthenticator();

    @Message("Continue")
    String continueButton();

    @Message("Cancel")
    String cancel();

    @Message("Code from your authenticator app")
    String otp();

    @Message("Or a recovery code.")
    String otpHint();

    @Message("6-digit code")
    String sixDigits();

    @Message("Scan this code with your authenticator app. Then enter the 6-digit code that the app shows.")
    String scanLead();

    @Message("QR code for your authenticator app")
    String qrCode();

    @Message("Can't scan the code?")
    String enterByHand();

    @Message("Enter this key in your authenticator app:")
    String enterByHandHint();

    @Message("Enter the 6-digit code that your authenticator app shows now.")
    String confirmLead();

    @Message("This signs you out everywhere else.")
    String confirmHint();

    @Message("This code is incorrect or was already used.")
    String wrongCode();

    @Message("Recovery codes")
    String recoveryCodes();

    @Message("Unused codes: {count}")
    String recoveryCodesLeft(int count);

    @Message("Get new codes")
    String replaceRecoveryCodes();

    @Message("Your current codes will no longer work.")
    String replaceRecoveryCodesHint();

    @Message("If you lose your authenticator app, sign in with one of these codes. Each code works once.")
    String recoveryCodesLead();

    @Message("These codes are shown only now.")
    String recoveryCodesOnce();

    @Message("Download the codes or print this page, and keep them in a safe place.")
    String recoveryCodesSave();

    @Message("Download")
    String download();

    @Message("I saved the codes")
    String savedCodes();

    @Message("Sessions")
    String sessionsTitle();

    @Message("Devices and applications where you're signed in")
    String sessionsHint();

    @Message("You're signed in here. If you don't recognize a session, sign out of it and change your password.")
    String sessionsLead();

    @Message("Unknown device")
    String unknownDevice();

    @Message("{program} on {system}")
    String deviceOn(String program, String system);

    @Message("This device")
    String thisDevice();

    @Message("Signed in")
    String signedInOn();

    @Message("Sign out of {application}, signed in {time}")
    String endSessionOf(String application, String time);

    @Message("Sign out everywhere")
    String endAll();

    @Message("This includes this device and all applications.")
    String endAllHint();

    @Message("The session is signed out.")
    String sessionEndedNotice();

    @Message("Show more")
    String showMore();

    @Message("Applications")
    String applicationsTitle();

    @Message("Applications that you allowed to use your account")
    String applicationsHint();

    @Message("You allowed these applications to use your account.")
    String applicationsLead();

    @Message("You haven't allowed any application to use your account.")
    String noApplications();

    @Message("It can:")
    String mayDo();

    @Message("Allowed")
    String allowedOn();

    @Message("Revoke access")
    String revokeAccess();

    @Message("Revoke access of {application}")
    String revokeAccessOf(String application);

    @Message("The access is revoked, and the application is signed out.")
    String consentRevokedNotice();

    @Message("Profile")
    String profileTitle();

    @Message("Name and email address")
    String profileHint();

    @Message("Your name")
    String displayName();

    @Message("Applications that may see your profile receive this name.")
    String displayNameHint();

    @Message("This name is too long or contains characters that aren't allowed.")
    String invalidName();

    @Message("Save")
    String save();

    @Message("Your profile is saved.")
    String profileSavedNotice();

    @Message("Account")
    String accountData();

    @Message("Username")
    String username();

    @Message("Email address")
    String email();

    @Message("not confirmed")
    String notVerified();

    @Message("Roles")
    String roles();

    @Message("Change email address")
    String changeEmail();

    @Message("We'll send a link to the new email address. Your account uses it once you've opened the link.")
    String changeEmailLead();

    @Message("New email address")
    String newEmail();

    @Message("Enter a valid email address.")
    String invalidEmail();

    @Message("Send link")
    String sendLink();

    @Message("Check your inbox")
    String emailSentTitle();

    @Message("To change your email address, open the link. We've sent it to:")
    String emailSentText();

    @Message("Back to your profile")
    String backToProfile();

    @Message("API keys")
    String apiKeysTitle();

    @Message("Access for your own programs and scripts")
    String apiKeysHint();

    @Message("Programs and scripts use an API key instead of your password.")
    String apiKeysLead();

    @Message("Created")
    String createdOn();

    @Message("Expires")
    String expiresOn();

    @Message("Doesn't expire")
    String neverExpires();

    @Message("Revoke")
    String revoke();

    @Message("Revoke {key}")
    String revokeKey(String key);

    @Message("The API key is revoked.")
    String apiKeyRevokedNotice();

    @Message("New API key")
    String newApiKey();

    @Message("Name")
    String keyName();

    @Message("Valid for")
    String validFor();

    @Message("{count} days")
    String days(int count);

    @Message("Create API key")
    String createKey();

    @Message("Enter a name of up to 100 characters.")
    String invalidKeyName();

    @Message("Choose a shorter time or fewer roles.")
    String invalidKey();

    @Message("You have the maximum number of API keys. Revoke one first.")
    String keyLimit();

    @Message("API key created")
    String apiKeyCreated();

    @Message("This key is shown only now.")
    String keyOnce();

    @Message("Copy it to a safe place, and don't share it.")
    String keySave();

    @Message("I saved the key")
    String savedKey();

    @Message("Your data")
    String dataTitle();

    @Message("Download your data")
    String dataHint();

    @Message("Download your data")
    String export();

    @Message("A JSON file with your profile, passkeys, sessions, applications and API keys. It contains no secrets.")
    String exportLead();

    @Message("Delete account")
    String deleteAccount();

    @Message("This deletes your account and ends all access to it. It can't be undone.")
    String deleteLead();

    @Message("Delete my account")
    String deleteForever();

    @Message("You're the only administrator. Make another user an administrator first.")
    String lastAdministrator();

    @Message("Your account is deleted")
    String deletedTitle();

    @Message("You can close this page.")
    String deletedText();
}
