package dev.signet.oauth.authorize.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Text of the pages between the authorization request of a client and its response. {@code
 * messages/authorize_de.properties} contains the German text.
 */
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

    @Message("Incorrect username or password.")
    String wrongCredentials();

    @Message("Too many attempts. Try again in a few minutes.")
    String tooManyAttempts();

    @Message("Your sign-in took too long, or there were too many incorrect codes. Sign in again.")
    String signInExpired();

    @Message("Forgot your password?")
    String forgotPassword();

    @Message("Sign in with an email link")
    String emailLink();

    @Message("Create account")
    String createAccount();

    @Message("Verify it's you")
    String secondFactorTitle();

    @Message("Enter the code from your authenticator app.")
    String secondFactorLead();

    @Message("6-digit code")
    String otp();

    @Message("Verify")
    String verifyButton();

    @Message("Use a passkey")
    String passkeyButton();

    @Message("This passkey couldn't be verified. Try again, or sign in another way.")
    String wrongPasskey();

    @Message("Use a recovery code")
    String useRecoveryCode();

    @Message("Recovery code")
    String recoveryCode();

    @Message("You saved these codes when you set up your authenticator app. Each code works once.")
    String recoveryCodeHint();

    @Message("This code is incorrect or was already used.")
    String wrongCode();

    @Message("Allow access?")
    String consentTitle();

    @Message("wants to:")
    String consentLead();

    @Message("Confirm your identity")
    String scopeOpenid();

    @Message("See your username and profile")
    String scopeProfile();

    @Message("See your email address")
    String scopeEmail();

    @Message("See your roles")
    String scopeGroups();

    @Message("Keep this access when you're not using the application")
    String scopeOfflineAccess();

    @Message("Access to")
    String accessTo();

    @Message("You'll be redirected to")
    String redirectTo();

    @Message("Allow")
    String allow();

    @Message("Deny")
    String deny();

    @Message("You can revoke this access at any time.")
    String consentRevocable();

    @Message("You're signed in as")
    String signedInAs();

    @Message("Privacy policy of {application}")
    String privacyPolicy(String application);

    @Message("Terms of service of {application}")
    String termsOfService(String application);

    @Message("Choose an account")
    String selectAccountTitle();

    @Message("Continue as {name}")
    String continueAs(String name);

    @Message("Use another account")
    String anotherAccount();

    @Message("Returning to the application")
    String formPostTitle();

    @Message("If nothing happens, select Continue.")
    String formPostLead();

    @Message("Continue")
    String continueButton();

    @Message("sent a request that we couldn't complete.")
    String untrustedReturnLead();

    @Message("This application wasn't set up by an administrator. Continue only if you trust this site:")
    String untrustedReturnNote();

    @Message("Continue to {place}")
    String continueTo(String place);

    @Message("Connect a device")
    String deviceTitle();

    @Message("Enter the code shown on your device.")
    String deviceLead();

    @Message("Code")
    String deviceCode();

    @Message("This code isn't valid. Check it, or get a new one on your device.")
    String deviceCodeInvalid();

    @Message("Connect this device?")
    String deviceDecisionTitle();

    @Message("on another device wants to:")
    String deviceDecisionLead();

    @Message("Only allow this if you started it yourself and your device shows the same code.")
    String deviceWarning();

    @Message("IP address")
    String deviceIpAddress();

    @Message("Device connected")
    String deviceConnectedTitle();

    @Message("Continue on your device. You can close this page.")
    String deviceConnectedText();

    @Message("Device not connected")
    String deviceNotConnectedTitle();

    @Message("You denied access. You can close this page.")
    String deviceNotConnectedText();
}
