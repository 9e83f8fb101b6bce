package dev.signet.links;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.EmailService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.links.admission.Invitation;
import dev.signet.links.admission.Invitations;
import dev.signet.links.admission.UserRegistrationPolicy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Validates links and lets each be used once. The row is deleted in the transaction of the effect, and only the request
 * that deletes it proceeds.
 */
@ApplicationScoped
public class UsableLinks {

    private final Links links;
    private final Invitations invitations;
    private final AccountService accounts;
    private final EmailService emails;
    private final UserRegistrationPolicy registrationPolicy;
    private final SecurityEvents events;

    UsableLinks(
            Links links,
            Invitations invitations,
            AccountService accounts,
            EmailService emails,
            UserRegistrationPolicy registrationPolicy,
            SecurityEvents events) {
        this.links = links;
        this.invitations = invitations;
        this.accounts = accounts;
        this.emails = emails;
        this.registrationPolicy = registrationPolicy;
        this.events = events;
    }

    /**
     * Returns the link of a token without changing anything.
     *
     * @throws ServiceException {@code link_expired} if it is unknown, used, replaced or expired, and also if its
     *     account may not receive tokens or has another e-mail address by now; {@code registration_closed}
     */
    @Transactional
    public UsableLink require(String token) {
        ValidLink link = links.find(token).orElseThrow(() -> expired("link not found"));
        return link.purpose().createsAccount() ? ofNewAccount(link) : ofAccount(link);
    }

    private UsableLink ofAccount(ValidLink link) {
        UUID id = link.accountId();
        Account account = id == null ? null : accounts.findActive(id).orElse(null);
        if (account == null) {
            throw expired("the account may not receive tokens");
        }
        if (link.purpose().requiresCurrentEmail() && !link.email().equals(account.email())) {
            throw expired("the e-mail address of the account has changed");
        }
        if (link.purpose() == LinkPurpose.EMAIL_CHANGE_UNDO && !emails.isUndoable(account.id(), link.email())) {
            throw expired("the change can no longer be undone");
        }
        return new UsableLink(link, account, null);
    }

    private UsableLink ofNewAccount(ValidLink link) {
        UUID id = link.invitationId();
        if (id == null) {
            registrationPolicy.requireOpen();
        } else {
            registrationPolicy.requireInvitations();
        }
        if (emails.isEmailInUse(link.email())) {
            throw expired("an account already has the e-mail address");
        }
        Invitation invitation = id == null
                ? null
                : invitations.find(id).orElseThrow(() -> expired("the invitation was deleted or has expired"));
        return new UsableLink(link, null, invitation);
    }

    /**
     * Consumes a link and executes its effect; both happen or neither.
     *
     * @param effect the effect; returns false if it is no longer possible
     * @throws ServiceException {@code link_expired} if another request used the link, or the effect is no longer
     *     possible
     */
    void use(UsableLink link, BooleanSupplier effect) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!links.consume(link.link())) {
                throw expired("the link was used by a concurrent request");
            }
            if (!effect.getAsBoolean()) {
                throw expired("the account or the invitation of the link was deleted");
            }
            UUID account = link.link().accountId();
            events.record(SecurityEvent.of(EventType.LINK_USED)
                    .actor(account)
                    .subject(subject(account))
                    .detail("purpose", link.purpose().wire()));
        });
    }

    private static @Nullable String subject(@Nullable UUID account) {
        return account == null ? null : account.toString();
    }

    private static ServiceException expired(String reason) {
        return new ServiceException(ErrorCode.LINK_EXPIRED, reason);
    }
}
