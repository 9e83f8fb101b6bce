package dev.signet.links.mail.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Text of mails. {@code messages/mail_de.properties} contains the German text. */
@MessageBundle("mail")
public interface MailMessages {

    @Message("Confirm your email address for {service}")
    String confirmEmailSubject(String service);

    @Message("Please confirm that this email address belongs to your {service} account {username}.")
    String confirmEmailLead(String username, String service);

    @Message(
            "We received a request to use this email address for the {service} account {username}. To confirm, sign in or enter the password of this account.")
    String changeEmailLead(String username, String service);

    @Message("Confirm email address")
    String confirmEmailAction();

    @Message("Choose a new password for {service}")
    String newPasswordSubject(String service);

    @Message("We received a request for a new password for your {service} account {username}.")
    String newPasswordLead(String username, String service);

    @Message("Choose a new password")
    String newPasswordAction();

    @Message("Sign in to {service}")
    String signInSubject(String service);

    @Message("Use this link to sign in to {service} as {username}.")
    String signInLead(String username, String service);

    @Message("Sign in")
    String signInAction();

    @Message("You're invited to {service}")
    String invitationSubject(String service);

    @Message("You're invited to create an account with {service}.")
    String invitationLead(String service);

    @Message("Create your {service} account")
    String registrationSubject(String service);

    @Message("Use this link to create your {service} account.")
    String registrationLead(String service);

    @Message("Create account")
    String createAccountAction();

    @Message("You already have an account with {service}")
    String accountExistsSubject(String service);

    @Message(
            "We received a request to create an account with {service} for this email address. You already have one. Your username is {username}. If you forgot your password, request a new one on the sign-in page.")
    String accountExistsLead(String username, String service);

    @Message("Your {service} password was changed")
    String passwordChangedSubject(String service);

    @Message("The password of your {service} account {username} was changed, and you were signed out everywhere else.")
    String passwordChangedLead(String username, String service);

    @Message("A passkey was added to your {service} account")
    String passkeyAddedSubject(String service);

    @Message("A passkey was added to your {service} account {username}. It signs in without a password.")
    String passkeyAddedLead(String username, String service);

    @Message("Your {service} email address was changed")
    String emailChangedSubject(String service);

    @Message("Your {service} account {username} no longer uses this email address.")
    String emailChangedLead(String username, String service);

    @Message("Restore email address")
    String restoreEmailAction();

    @Message("This link works once and is valid for {time}. Requesting a new link invalidates this one.")
    String linkValidityUntilNewLink(String time);

    @Message("This link works once and is valid for {time}.")
    String linkValidity(String time);

    @Message("{count} minutes")
    String minutes(long count);

    @Message("{count} hours")
    String hours(long count);

    @Message("{count} days")
    String days(long count);

    @Message(
            "The link was requested from IP address {ipAddress}. If this wasn't you, you can ignore this email: nothing changes without the link. Don't share the link.")
    String ifNotRequested(String ipAddress);

    @Message(
            "If you don't know {service}, you can ignore this email: nothing changes without the link. Don't share the link.")
    String ifInvitationUnexpected(String service);

    @Message(
            "The change was made from IP address {ipAddress}. If this was you, you can ignore this email. If it wasn't, use the link: it restores this email address for your account and signs you out everywhere. We'll then email you a link to choose a new password. Don't share the link.")
    String ifEmailNotChangedByYou(String ipAddress);

    @Message(
            "The request came from IP address {ipAddress}. If this wasn't you, you can ignore this email: nothing has changed.")
    String ifAccountNotRequested(String ipAddress);

    @Message("The change was made from IP address {ipAddress}. If this wasn't you, contact support immediately.")
    String ifNotChangedByYou(String ipAddress);

    @Message("An administrator made this change. If you didn't expect it, contact support.")
    String changedByAdministrator();
}
