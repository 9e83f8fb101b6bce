package dev.signet.links.email;

import dev.signet.accounts.name.EmailAddress;
import dev.signet.error.ServiceException;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.MailOutbox;
import dev.signet.links.mail.MailSetup;
import dev.signet.links.mail.OutgoingMail;
import dev.signet.login.authentication.Reauthentication;
import dev.signet.login.authentication.ReauthenticationCredentials;
import dev.signet.pages.Languages;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** Changes of a user's own e-mail address. The change takes effect when the link sent to the new address is used. */
@ApplicationScoped
public class EmailChanges {

    private final Reauthentication reauthentication;
    private final MailSetup mail;
    private final AttemptLimits limits;
    private final MailOutbox outbox;
    private final Caller caller;

    EmailChanges(
            Reauthentication reauthentication, MailSetup mail, AttemptLimits limits, MailOutbox outbox, Caller caller) {
        this.reauthentication = reauthentication;
        this.mail = mail;
        this.limits = limits;
        this.outbox = outbox;
        this.caller = caller;
    }

    /**
     * Sends a link to the new e-mail address.
     *
     * @throws ServiceException {@code mail_not_configured}; {@code invalid_credentials}, {@code otp_required}; {@code
     *     too_many_attempts}; {@code invalid_request}
     */
    public void request(UUID account, UUID session, String email, ReauthenticationCredentials credentials) {
        mail.require();
        String newEmail = EmailAddress.accept(email);
        reauthentication.require(account, credentials);
        limits.countMail(EmailAddress.key(newEmail), caller.ipAddress());
        String language = Languages.choose(null, caller.acceptLanguage()).toLanguageTag();
        OutgoingMail outgoingMail = OutgoingMail.toAccount(MailKind.EMAIL_CHANGE, account, language, caller.ipAddress())
                .to(newEmail)
                .from(session);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(outgoingMail));
    }
}
