package dev.signet.links;

import dev.signet.accounts.AccountKind;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.EmailService;
import dev.signet.accounts.NewAccount;
import dev.signet.accounts.PasswordService;
import dev.signet.accounts.PreparedPassword;
import dev.signet.accounts.factor.PresentedFactor;
import dev.signet.accounts.name.Username;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.links.admission.Invitation;
import dev.signet.links.admission.Invitations;
import dev.signet.links.mail.MailKind;
import dev.signet.links.mail.MailOutbox;
import dev.signet.links.mail.OutgoingMail;
import dev.signet.login.authentication.Reauthentication;
import dev.signet.pages.Languages;
import dev.signet.throttle.Attempt;
import dev.signet.throttle.AttemptLimits;
import dev.signet.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * The effects of links, each executed once. Passwords are hashed before the transaction that consumes the link begins.
 */
@ApplicationScoped
public class LinkActions {

    private final UsableLinks links;
    private final EmailService emails;
    private final PasswordService passwords;
    private final AccountService accounts;
    private final Invitations invitations;
    private final Reauthentication reauthentication;
    private final MailOutbox outbox;
    private final LinksConfig config;
    private final AttemptLimits limits;
    private final Caller caller;

    LinkActions(
            UsableLinks links,
            EmailService emails,
            PasswordService passwords,
            AccountService accounts,
            Invitations invitations,
            Reauthentication reauthentication,
            MailOutbox outbox,
            LinksConfig config,
            AttemptLimits limits,
            Caller caller) {
        this.links = links;
        this.emails = emails;
        this.passwords = passwords;
        this.accounts = accounts;
        this.invitations = invitations;
        this.reauthentication = reauthentication;
        this.outbox = outbox;
        this.config = config;
        this.limits = limits;
        this.caller = caller;
    }

    /**
     * Marks the e-mail address of the account as verified.
     *
     * @throws ServiceException {@code link_expired}
     */
    public void confirmEmail(UsableLink link) {
        links.use(
                link,
                () -> emails.confirm(link.requiredAccount().id(), link.link().email()));
    }

    /**
     * Changes the e-mail address of an account. The link alone does not suffice, because another user receives it if
     * the e-mail address was mistyped.
     *
     * @param signedIn the account of the session that authenticates the request; null if there is none
     * @param password required unless the session belongs to the account
     * @throws ServiceException {@code link_expired}; {@code invalid_credentials}, {@code otp_required} and {@code
     *     too_many_attempts}, which leave the link usable; {@code username_taken}
     */
    public void changeEmail(
            UsableLink link, @Nullable UUID signedIn, String password, @Nullable PresentedFactor factor) {
        UUID account = link.requiredAccount().id();
        if (!account.equals(signedIn)) {
            if (password.isEmpty()) {
                throw new ServiceException(
                        ErrorCode.INVALID_CREDENTIALS, "a session or the password of the account is required");
            }
            reauthentication.require(account, password, factor);
        }
        links.use(
                link,
                () -> emails.change(
                        account, link.link().email(), link.link().sessionId(), config.emailChangeUndoTtl()));
    }

    /**
     * Restores the former address of an account, ends every session, and sends a link for a new password to that
     * address.
     *
     * @throws ServiceException {@code link_expired}; {@code username_taken}
     */
    public void undoEmailChange(UsableLink link) {
        UUID account = link.requiredAccount().id();
        String language = Languages.choose(null, caller.acceptLanguage()).toLanguageTag();
        links.use(link, () -> {
            if (!emails.undo(account, link.link().email())) {
                return false;
            }
            outbox.add(OutgoingMail.toAccount(MailKind.PASSWORD_RESET, account, language, caller.ipAddress()));
            return true;
        });
    }

    /**
     * Sets a new password. Every session ends, and the API keys too if requested.
     *
     * @throws ServiceException {@code link_expired}; {@code password_refused}, which leaves the link usable
     */
    public void setPassword(UsableLink link, String password, boolean apiKeysToo) {
        PreparedPassword prepared =
                passwords.prepare(password, link.requiredAccount().username());
        links.use(
                link,
                () -> passwords.reset(link.requiredAccount().id(), link.link().email(), prepared, apiKeysToo));
    }

    /**
     * Consumes a sign-in link and returns its account.
     *
     * @throws ServiceException {@code link_expired}
     */
    public UUID signIn(UsableLink link) {
        links.use(link, () -> true);
        return link.requiredAccount().id();
    }

    /**
     * Creates an account with the e-mail address that the link verified.
     *
     * @throws ServiceException {@code link_expired}; {@code username_taken}, {@code password_refused} and {@code
     *     invalid_request}, which leave the link usable; {@code too_many_attempts}, so that a link cannot be used to
     *     find out which usernames exist
     */
    public void createAccount(UsableLink link, String username, String password) {
        String accepted = Username.accept(username);
        Attempt attempt = limits.begin("link:" + link.link().id(), caller.ipAddress());
        PreparedPassword prepared = passwords.prepare(password, accepted);
        Invitation invitation = link.invitation();
        NewAccount account = new NewAccount(
                AccountKind.PERSON,
                accepted,
                link.link().email(),
                true,
                invitation == null ? Set.of() : Set.copyOf(invitation.roles()),
                true,
                null,
                null);
        links.use(link, () -> {
            if (invitation != null && !invitations.consume(invitation.id())) {
                return false;
            }
            accounts.createWith(prepared, account);
            return true;
        });
        attempt.withdraw();
    }
}
