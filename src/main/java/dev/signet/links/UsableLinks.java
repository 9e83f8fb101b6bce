package dev.signet.links;

import dev.signet.accounts.Account;
import dev.signet.accounts.AccountService;
import dev.signet.accounts.AddressService;
import dev.signet.audit.EventType;
import dev.signet.audit.SecurityEvent;
import dev.signet.audit.SecurityEvents;
import dev.signet.error.ErrorCode;
import dev.signet.error.ServiceException;
import dev.signet.links.admission.Invitation;
import dev.signet.links.admission.Invitations;
import dev.signet.links.admission.RegistrationGate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Says whether a link may be used, and lets it be used once: the row goes in the transaction of what it does, and whoever removes
 * it is the one.
 */
@ApplicationScoped
class UsableLinks {

    private final Links links;
    private final Invitations invitations;
    private final AccountService accounts;
    private final AddressService addresses;
    private final RegistrationGate gate;
    private final SecurityEvents events;

    UsableLinks(
            Links links,
            Invitations invitations,
            AccountService accounts,
            AddressService addresses,
            RegistrationGate gate,
            SecurityEvents events) {
        this.links = links;
        this.invitations = invitations;
        this.accounts = accounts;
        this.addresses = addresses;
        this.gate = gate;
        this.events = events;
    }

    /**
     * The link of a token, with nothing changed by asking.
     *
     * @throws ServiceException {@code link_expired} alike if it was used, replaced, is too old or never was, and if whom it is about
     *     may not receive tokens or has another address by now; {@code registration_closed}
     */
    @Transactional
    UsableLink require(String token) {
        LiveLink link = links.find(token).orElseThrow(() -> dead("link not found"));
        return link.purpose().isForNobodyYet() ? forNobodyYet(link) : ofAccount(link);
    }

    private UsableLink ofAccount(LiveLink link) {
        UUID id = link.accountId();
        Account account = id == null ? null : accounts.mayReceiveTokens(id).orElse(null);
        if (account == null) {
            throw dead("the account may not receive tokens");
        }
        if (link.purpose().isForTheOwnAddress() && !link.address().equals(account.email())) {
            throw dead("the e-mail address of the account has changed");
        }
        if (link.purpose() == Purpose.EMAIL_CHANGE_UNDO && !addresses.isUndoable(account.id(), link.address())) {
            throw dead("the change can no longer be undone");
        }
        return new UsableLink(link, account, null);
    }

    private UsableLink forNobodyYet(LiveLink link) {
        UUID id = link.invitationId();
        if (id == null) {
            gate.requireOpen();
        } else {
            gate.requireInvitations();
        }
        if (addresses.isEmailInUse(link.address())) {
            throw dead("an account already has the e-mail address");
        }
        Invitation invitation = id == null
                ? null
                : invitations.find(id).orElseThrow(() -> dead("the invitation was deleted or has expired"));
        return new UsableLink(link, null, invitation);
    }

    /**
     * Uses a link up and does what it is for, both or neither.
     *
     * @param effect what it does; false if it cannot be done any more
     * @throws ServiceException {@code link_expired} if somebody else used it, or it cannot be done any more
     */
    void use(UsableLink link, BooleanSupplier effect) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!links.consume(link.link())) {
                throw dead("the link was used by a concurrent request");
            }
            if (!effect.getAsBoolean()) {
                throw dead("the account or the invitation of the link was deleted");
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

    private static ServiceException dead(String why) {
        return new ServiceException(ErrorCode.LINK_EXPIRED, why);
    }
}
