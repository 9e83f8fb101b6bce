package dev.signet.links;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of mails; {@code messages/mail_de.properties} has them in German. */
@MessageBundle("mail")
public interface MailMessages {

    @Message("Confirm your e-mail address for {service}")
    String verifySubject(String service);

    @Message("Please confirm that this is the e-mail address of your account {username} at {service}.")
    String verifyLead(String username, String service);

    @Message("Somebody who is signed in as {username} at {service} wants to use this e-mail address for the account.")
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

    @Message("The link works once, for {time}. Asking again makes it void.")
    String life(String time);

    @Message("{count} minutes")
    String minutes(long count);

    @Message("{count} hours")
    String hours(long count);

    @Message("{count} days")
    String days(long count);

    @Message(
            "It was asked for from the address {address}. If that was not you, do nothing: nothing happens without the link. Give it to nobody.")
    String ignore(String address);

    @Message("It was done from the address {address}. If that was not you, tell whoever runs the service at once.")
    String alarm(String address);
}
