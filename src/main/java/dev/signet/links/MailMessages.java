package dev.signet.links;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of mails in English; {@code messages/mail_de.properties} has them in German. */
@MessageBundle("mail")
public interface MailMessages {

    @Message("Confirm your e-mail address for {service}")
    String verifySubject(String service);

    @Message("Please confirm that this is the e-mail address of your account {username} at {service}.")
    String verifyLead(String username, String service);

    @Message(
            "A user who is signed in as {username} at {service} wants to use this e-mail address for the account. To confirm, sign in or enter the password of the account.")
    String changeLead(String username, String service);

    @Message("Confirm the address")
    String verifyAction();

    @Message("Set a new password for {service}")
    String resetSubject(String service);

    @Message("A new password was asked for, for your account {username} at {service}.")
    String resetLead(String username, String service);

    @Message("Choose a new password")
    String resetAction();

    @Message("Sign in to {service}")
    String signInSubject(String service);

    @Message("A link was asked for to sign in to your account {username} at {service}.")
    String signInLead(String username, String service);

    @Message("Sign in")
    String signInAction();

    @Message("You are invited to {service}")
    String inviteSubject(String service);

    @Message("You are invited to make an account at {service}.")
    String inviteLead(String service);

    @Message("Your account at {service}")
    String registerSubject(String service);

    @Message("An account at {service} was asked for, for this e-mail address.")
    String registerLead(String service);

    @Message("Make the account")
    String registerAction();

    @Message("You have an account at {service}")
    String takenSubject(String service);

    @Message(
            "A new account at {service} was asked for, for this e-mail address. There is one already; its username is {username}. If you forgot the password, ask for a new one on the sign-in page.")
    String takenLead(String username, String service);

    @Message("Your password at {service} was changed")
    String passwordSubject(String service);

    @Message(
            "The password of your account {username} at {service} was changed, and you were signed out everywhere else.")
    String passwordLead(String username, String service);

    @Message("Your e-mail address at {service} was changed")
    String addressSubject(String service);

    @Message("Your account {username} at {service} now has another e-mail address than this one.")
    String addressLead(String username, String service);

    @Message("Undo the change")
    String undoAction();

    @Message(
            "The e-mail address of your account {username} at {service} was changed. Before that, it was this address.")
    String undoLead(String username, String service);

    @Message("The link works once and is valid for {time}. Requesting a new link invalidates this one.")
    String life(String time);

    @Message("The link works once and is valid for {time}.")
    String lifeOnce(String time);

    @Message("{count} minutes")
    String minutes(long count);

    @Message("{count} hours")
    String hours(long count);

    @Message("{count} days")
    String days(long count);

    @Message(
            "The link was requested from the IP address {ipAddress}. If that wasn't you, ignore this e-mail: nothing happens without the link. Don't share the link.")
    String ignore(String ipAddress);

    @Message("If you don't know {service}, ignore this e-mail: nothing happens without the link. Don't share the link.")
    String ignoreInvitation(String service);

    @Message(
            "The change was made from the IP address {ipAddress}. If that was you, ignore this e-mail. If not, use the link: it restores this address for your account and signs you out everywhere. We'll then send you a link to choose a new password. Don't share the link.")
    String ignoreOrUndo(String ipAddress);

    @Message(
            "The change was made from the IP address {ipAddress}. If that wasn't you, contact the operator of the service at once.")
    String alarm(String ipAddress);

    @Message("An administrator made the change. If you didn't expect it, contact the operator of the service.")
    String alarmOfAdministration();
}
